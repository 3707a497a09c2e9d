import { AwsError } from '../aws/error.ts';

/** An AwsError as plain data: class instances do not survive the way to another thread. */
export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly members: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

export const toWire = ({ code, message, status, members, headers }: AwsError): WireError => ({
  code,
  message,
  status,
  members,
  headers,
});

export const fromWire = ({ code, message, status, members, headers }: WireError): AwsError =>
  new AwsError(code, message, { status, members, headers });
