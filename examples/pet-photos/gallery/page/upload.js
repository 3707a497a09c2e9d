import { addUpload, setUpload } from './photos.js';

/** So many photos are sent at once; a browser opens six connections to a server. */
const SENDING_MAX = 4;

/** Uploads files straight to S3, with a form that the gallery's server signed for each. */
export async function uploadFiles(files) {
  if (files.length === 0) return;
  const wanted = files.map(({ name, type }) => ({ name, type }));
  const response = await fetch('/uploads', { method: 'POST', body: JSON.stringify(wanted) });
  if (!response.ok) throw new Error((await response.json()).message);
  const forms = await response.json();

  const now = Date.now();
  for (const [index, { key }] of forms.entries())
    addUpload(key, files[index].name, now - index / 1000);
  const queue = forms.map((form, index) => ({ form, file: files[index] }));
  const sendNext = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await send(next.form, next.file);
  };
  await Promise.all(Array.from({ length: SENDING_MAX }, sendNext));
}

/** `fetch` tells nothing of how far an upload is, so this is an XMLHttpRequest. */
function send({ key, url, fields }, file) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  // S3 reads no field after the file.
  body.append('file', file);

  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    const end = (upload) => {
      setUpload(key, upload);
      resolve();
    };
    request.upload.onprogress = ({ loaded, total }) =>
      setUpload(key, { state: 'sending', ratio: total === 0 ? 0 : loaded / total });
    request.onload = () =>
      end(request.status < 300 ? { state: 'sent', ratio: 1 } : refusal(request.responseXML));
    request.onerror = () => end({ state: 'refused', message: 'S3 could not be reached.' });
    request.open('POST', url);
    request.send(body);
  });
}

/** S3 says in XML what is wrong. */
function refusal(xml) {
  const message = xml?.querySelector('Message')?.textContent ?? 'no reason was given';
  return { state: 'refused', message: `S3 refused it: ${message}` };
}
