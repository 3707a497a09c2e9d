import { AwsError } from '../aws/error.ts';
import { Tagging } from '../aws/models/s3.ts';
import { DecodeFault } from '../aws/protocols/decode-fault.ts';
import { readXml } from '../aws/protocols/decode-xml.ts';
import type { FormFields } from '../aws/signature-v4/post-policy.ts';
import type { Headers } from '../aws/signature-v4/signed-request.ts';

/** Fields whose header has another name; all others are called alike. */
const HEADER_NAMES: Readonly<Record<string, string>> = { acl: 'x-amz-acl' };
const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;
/** Fields whose values may be said of the object. */
const KEPT = /^(?:x-amz-|content-|cache-control$|expires$)/;
/** They go out again as headers, which hold no control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL_CHARACTER = /[\x00-\x08\x0A-\x1F\x7F]/;

/** The headers of the PutObject that a form stands for. Throws InvalidArgument and MalformedXML. */
export function headersOfForm(fields: FormFields): Headers {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of fields) {
    if (name === 'tagging') headers['x-amz-tagging'] = tagsOf(value);
    else if (HEADER_NAME.test(name)) headers[HEADER_NAMES[name] ?? name] = headerText(name, value);
    else if (name.startsWith('x-amz-')) throw invalidField(name, value);
  }
  return headers;
}

/** Headers are bytes, and arrive as text of one byte a character; fields are UTF-8. */
function headerText(name: string, value: string): string {
  if (KEPT.test(name) && CONTROL_CHARACTER.test(value)) throw invalidField(name, value);
  return Buffer.from(value).toString('latin1');
}

/** The form has them as a document, the header as a query. */
function tagsOf(document: string): string {
  try {
    const { TagSet } = readXml(Tagging, 'Tagging', Buffer.from(document)) as Tagging;
    return new URLSearchParams(
      TagSet.map(({ Key, Value }): [string, string] => [Key, Value]),
    ).toString();
  } catch (cause) {
    if (!(cause instanceof DecodeFault)) throw cause;
    throw new AwsError(
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
      { cause },
    );
  }
}

const invalidField = (name: string, value: string) =>
  new AwsError('InvalidArgument', `The value of ${name} is invalid`, {
    members: { ArgumentName: name, ArgumentValue: value },
  });
