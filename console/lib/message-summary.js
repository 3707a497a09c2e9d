const SHOWN = 90;

/** What a message is about, in a line: S3's, SNS's and EventBridge's own are known; of others, how they begin. */
export function summarize(body) {
  let value;
  try {
    value = JSON.parse(body);
  } catch {
    return cut(body); // any text is a message
  }
  return cut(aboutJson(value) ?? body);
}

function aboutJson(value) {
  if (typeof value !== 'object' || value === null) return undefined;
  const { Records, Event, Bucket, Type, Message, source } = value;
  if (Records?.[0]?.s3) return aboutRecords(Records);
  if (Event === 's3:TestEvent') return `${Event} of ${Bucket}`;
  if (Type === 'Notification' && Message) return `Notification: ${summarize(Message)}`;
  if (value['detail-type']) return `${value['detail-type']} of ${source}`;
  return undefined;
}

function aboutRecords([{ eventName, s3 }, ...others]) {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `${eventName} ${s3.bucket.name}/${decodeKey(s3.object.key)}${more}`;
}

/** Keys in records are encoded as forms are. */
function decodeKey(key) {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key; // somebody else's record
  }
}

const cut = (text) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
