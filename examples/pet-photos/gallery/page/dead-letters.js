import { isDead, watch } from './photos.js';
import { removePhoto, retryAll, retryPhoto } from './requests.js';
import { reasonOf } from './wording.js';

const section = document.getElementById('dead');
const list = document.getElementById('dead-list');
const template = document.getElementById('dead-template');
const all = document.getElementById('retry-all');
/** @type {Map<string, HTMLElement>} */
const items = new Map();
let queued = 0;

/**
 * Shows the photos whose events lie in the dead-letter queue, with the reason, and lets them be
 * tried again.
 */
export function showDeadLetters() {
  all.addEventListener('click', () => retryAll(all));
  watch((photo) => {
    if (photo.removed || !isDead(photo)) drop(photo.key);
    else update(items.get(photo.key) ?? create(photo), photo);
    showSection();
  });
}

/**
 * The queue may hold what no photo tells of: events of photos that were replaced since, or of a
 * worker that crashed.
 */
export function setDeadLetterCount(count) {
  queued = count;
  showSection();
}

const showSection = () => {
  section.hidden = items.size === 0 && queued === 0;
};

function create({ key, name }) {
  const element = template.content.firstElementChild.cloneNode(true);
  const [retry, remove] = element.querySelectorAll('button');
  element.querySelector('.name').textContent = name;
  retry.setAttribute('aria-label', `Retry ${name}`);
  remove.setAttribute('aria-label', `Remove ${name}`);
  retry.addEventListener('click', () => retryPhoto(key, name, retry));
  remove.addEventListener('click', () => removePhoto(key, remove));
  items.set(key, element);
  list.append(element);
  return element;
}

function update(element, { row }) {
  const time = element.querySelector('time');
  const failedAt = new Date(row.failed_at);
  element.querySelector('.reason').textContent = reasonOf(row);
  element.querySelector('.failure').textContent = `${row.failure_code}: ${row.failure_message}`;
  time.dateTime = failedAt.toISOString();
  time.textContent = failedAt.toLocaleTimeString();
}

function drop(key) {
  const element = items.get(key);
  if (!element) return;
  const focused = element.contains(document.activeElement);
  const next = element.nextElementSibling ?? element.previousElementSibling;
  items.delete(key);
  element.remove();
  if (focused) (next?.querySelector('button') ?? document.getElementById('gallery-title')).focus();
}
