/**
 * How many events may follow from one another before the chain counts as a loop and is cut: as many
 * as Lambda lets pass in a row.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
 */
export const HOPS_MAX = 16;
