/**
 * Aborts when this process is told to end: by a signal, or by the death of the process that started
 * it, which closes the channel between them. So no worker outlives a `kill -9` of its parent.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'])
    process.once(event, () => stop.abort(event));
  return stop.signal;
}
