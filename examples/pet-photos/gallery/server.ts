import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { streamChanges } from './changes.ts';
import { type Gallery, type Handler, RequestError, sendJson } from './gallery.ts';
import { removePhoto, showOriginal, showThumbnail } from './photos.ts';
import { retryAll, retryPhoto } from './retry.ts';
import { contentSecurityPolicy, findFile, listSamples, sendFile } from './static-files.ts';
import { presignUploads } from './uploads.ts';

/** Every request of the page. Whatever is not here is a file of `page/` or `photos/`. */
const ROUTES: Readonly<Record<string, Handler>> = {
  'GET /changes': streamChanges,
  'GET /samples': listSamples,
  'GET /thumbnail': showThumbnail,
  'GET /original': showOriginal,
  'POST /uploads': presignUploads,
  'POST /retry': retryPhoto,
  'POST /retry-all': retryAll,
  'DELETE /photo': removePhoto,
};

export async function startGallery(gallery: Gallery): Promise<Server> {
  const policy = await contentSecurityPolicy(gallery);
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    answer(gallery, request, response).catch((error) => fail(response, error));
  });
  server.listen(gallery.settings.port, gallery.settings.host);
  await once(server, 'listening');
  return server;
}

async function answer(gallery: Gallery, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://gallery');
  const handler = ROUTES[`${request.method} ${url.pathname}`];
  if (request.method !== 'GET') refuseOtherSites(request);
  if (handler) return handler(gallery, request, response, url);
  const file = request.method === 'GET' ? findFile(url.pathname) : undefined;
  if (!file) throw new RequestError(404, 'there is no such page');
  return sendFile(response, file);
}

/** A page of another site may be open in the same browser; it must not delete photos. */
function refuseOtherSites({ headers }: IncomingMessage): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin')
    throw new RequestError(403, 'only the gallery itself may do this');
}

function fail(response: ServerResponse, error: Error): void {
  const status = error instanceof RequestError ? error.status : 502;
  if (status === 502) console.error(`gallery: ${error.stack}`);
  if (response.headersSent) response.destroy(error);
  else sendJson(response, status, { message: error.message });
}
