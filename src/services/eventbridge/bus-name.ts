/** A bus as a request names it; it need not exist. */
export interface BusName {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
}
