/** The server's time: a test may have moved it, and a browser's own clock may be wrong. */
let aheadMs = 0;

export const now = () => Date.now() + aheadMs;

/** `at`: what the server says the time is. */
export function followServer(at) {
  aheadMs = new Date(at).getTime() - Date.now();
}
