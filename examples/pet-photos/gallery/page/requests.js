import { announce } from './announce.js';

/** The path of a request about a photo. */
export const about = (path, key) => `${path}?key=${encodeURIComponent(key)}`;

export const removePhoto = (key, button) => ask('DELETE', about('/photo', key), button);
export const retryPhoto = (key, button) => ask('POST', about('/retry', key), button);
export const retryAll = (button) => ask('POST', '/retry-all', button);

/** Asks the server; what comes of it is told by the stream of changes. The button waits meanwhile. */
async function ask(method, path, button) {
  button.disabled = true;
  try {
    const response = await fetch(path, { method });
    if (!response.ok) announce((await response.json()).message, { visibly: true });
  } catch (error) {
    announce(`The gallery cannot be reached: ${error.message}`, { visibly: true });
  } finally {
    button.disabled = false;
  }
}
