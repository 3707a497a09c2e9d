import { setRow } from './photos.js';

/**
 * Follows what the server tells. The browser connects again by itself, and asks for what it missed.
 */
export function followChanges({ onConnection, onQueues }) {
  const source = new EventSource('/changes');
  source.onopen = () => onConnection('live');
  source.onerror = () => onConnection('connecting');
  source.addEventListener('photos', ({ data }) => {
    for (const row of JSON.parse(data)) setRow(row);
  });
  source.addEventListener('queues', ({ data }) => {
    const depths = JSON.parse(data);
    onConnection(depths === null ? 'away' : 'live');
    onQueues(depths);
  });
}
