/**
 * What one thread has to tell the other: all that comes up in one turn of the event loop goes in one message, because waking a thread
 * costs more than what it is told. Many are sent in parts, so that the other thread is at work on the first while the last are
 * still made; otherwise the two would wait for each other in turn.
 */
const MESSAGE_MAX = 8;

export function createOutbox<T>(post: (batch: T[]) => void): (item: T) => void {
  let waiting: T[] = [];
  let scheduled = false;
  const send = () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) post(batch);
  };
  const sendRest = () => {
    scheduled = false;
    send();
  };
  return (item) => {
    waiting.push(item);
    if (waiting.length >= MESSAGE_MAX) send();
    else if (!scheduled) {
      scheduled = true;
      setImmediate(sendRest);
    }
  };
}
