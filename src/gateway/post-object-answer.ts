import type { HttpResponse } from '../aws/protocols/http.ts';
import { escapeXml } from '../aws/protocols/xml-text.ts';
import type { FormFields } from '../aws/signature-v4/post-policy.ts';
import { encodeText } from '../aws/signature-v4/uri-encoding.ts';
import { bucketAndKey } from './bucket-and-key.ts';
import type { Exchange } from './exchange.ts';

/** What a form stored, and how it wants to hear of it. */
export interface PostedObject {
  readonly fields: FormFields;
  readonly bucket: string;
  readonly key: string;
  /** In quotes. */
  readonly etag: string;
}

/**
 * Answers a form upload in the way its fields ask for: sends the browser on (`success_action_redirect`, 303), or with 200, 201 and a
 * document, or 204. An address or a status that cannot be meant counts as none, as in S3.
 */
export function answerOfForm(
  put: HttpResponse,
  { fields, bucket, key, etag }: PostedObject,
  { endpoint, headers }: Exchange,
): HttpResponse {
  const inHostName = bucketAndKey('/', headers.host).bucket !== undefined;
  const location = `${endpoint}/${inHostName ? '' : `${bucket}/`}${encodeText(key)}`;
  const redirect = fields.get('success_action_redirect') ?? fields.get('redirect') ?? '';
  if (/^https?:\/\//i.test(redirect) && URL.canParse(redirect)) {
    const next = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag }))
      next.searchParams.append(name, value);
    return { status: 303, headers: { ...put.headers, location: next.href }, body: '' };
  }
  const answered = { ...put.headers, location };
  switch (fields.get('success_action_status')) {
    case '200':
      return { status: 200, headers: answered, body: '' };
    case '201':
      return {
        status: 201,
        headers: { ...answered, 'content-type': 'application/xml' },
        body: document({ Location: location, Bucket: bucket, Key: key, ETag: etag }),
      };
    default:
      return { status: 204, headers: answered, body: '' };
  }
}

const document = (elements: Readonly<Record<string, string>>) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<PostResponse>${Object.entries(elements)
    .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
    .join('')}</PostResponse>`;
