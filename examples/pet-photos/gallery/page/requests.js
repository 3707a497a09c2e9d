import { announce } from './announce.js';

/** The path of a request about a photo. */
export const about = (path, key) => `${path}?key=${encodeURIComponent(key)}`;

export const removePhoto = (key, button) => ask('DELETE', about('/photo', key), button);
export const retryPhoto = (key, name, button) =>
  ask('POST', about('/retry', key), button, `${name} was given to the workers again.`);
export const retryAll = (button) =>
  ask('POST', '/retry-all', button, 'All were given to the workers again.');

/**
 * Asks the server; what comes of it is told by the stream of changes. The button waits meanwhile.
 */
async function ask(method, path, button, done) {
  button.disabled = true;
  try {
    const response = await fetch(path, { method });
    const message = response.ok ? done : (await response.json()).message;
    if (message !== undefined) announce(message, { visibly: true });
  } catch (error) {
    announce(`The gallery cannot be reached: ${error.message}`, { visibly: true });
  } finally {
    button.disabled = false;
  }
}
