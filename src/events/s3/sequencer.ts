/** Hexadecimal digits of a sequencer, as in S3's own events. */
const SEQUENCER_DIGITS = 18;

/**
 * The `sequencer` of an event: of two events for one key the one with the greater sequencer is
 * later.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const sequencer = (sequence: number): string =>
  sequence.toString(16).toUpperCase().padStart(SEQUENCER_DIGITS, '0');

/** Orders two sequencers of one key as S3 tells consumers to: the shorter is filled with zeros. */
export function compareSequencers(left: string, right: string): number {
  const digits = Math.max(left.length, right.length);
  const comparable = (text: string) => text.toUpperCase().padStart(digits, '0');
  const [a, b] = [comparable(left), comparable(right)];
  return a < b ? -1 : Number(a > b);
}
