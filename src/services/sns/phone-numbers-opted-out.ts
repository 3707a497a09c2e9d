import type {
  CheckIfPhoneNumberIsOptedOutInput,
  CheckIfPhoneNumberIsOptedOutResponse,
  ListPhoneNumbersOptedOutInput,
  ListPhoneNumbersOptedOutResponse,
} from '../../aws/models/sns.ts';
import type { Context } from '../context.ts';
import { invalidParameter } from './errors.ts';
import { afterToken } from './pages.ts';
import { PHONE_NUMBER } from './sms.ts';

/**
 * Whether the owner of a phone wants no texts any more. Texts reach no phone from here, so nobody
 * ever answered one with STOP.
 * https://docs.aws.amazon.com/sns/latest/api/API_CheckIfPhoneNumberIsOptedOut.html
 */
export async function checkIfPhoneNumberIsOptedOut(
  { phoneNumber }: CheckIfPhoneNumberIsOptedOutInput,
  _context: Context,
): Promise<CheckIfPhoneNumberIsOptedOutResponse> {
  if (!PHONE_NUMBER.test(phoneNumber))
    throw invalidParameter('PhoneNumber Reason: input incorrectly formatted');
  return { isOptedOut: false };
}

/** https://docs.aws.amazon.com/sns/latest/api/API_ListPhoneNumbersOptedOut.html */
export async function listPhoneNumbersOptedOut(
  { nextToken }: ListPhoneNumbersOptedOutInput,
  _context: Context,
): Promise<ListPhoneNumbersOptedOutResponse> {
  afterToken(nextToken);
  return { phoneNumbers: [] };
}
