/** What a policy and a message can differ by and still be equal: digits after the fifth. */
const SCALE = 1e5;
/** Beyond what a policy can hold. */
const NUMBER_MAX = 1e9;

/**
 * A number as filtering sees it, with five digits after the point.
 * https://docs.aws.amazon.com/sns/latest/dg/numeric-value-matching.html
 */
export const fiveDecimals = (value: number): number =>
  Math.abs(value) > NUMBER_MAX ? value : Math.round(value * SCALE) / SCALE;
