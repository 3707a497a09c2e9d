import { forget, isDead, isRecorded, watch } from './photos.js';
import { about, removePhoto } from './requests.js';
import { verdictOf } from './wording.js';

const list = document.getElementById('gallery');
const template = document.getElementById('card-template');
/** @type {Map<string, { element: HTMLElement, order: number }>} */
const cards = new Map();

/**
 * Shows every photo as a card, except those in the dead-letter queue, which have a list of their
 * own.
 */
export function showCards() {
  watch((photo) => {
    if (photo.removed || isDead(photo)) drop(photo.key);
    else update(cards.get(photo.key)?.element ?? create(photo), photo);
  });
}

function create(photo) {
  const element = template.content.firstElementChild.cloneNode(true);
  element.querySelector('.name').textContent = photo.name;
  element.querySelector('.name').title = photo.name;
  element.querySelector('progress').setAttribute('aria-label', `Upload of ${photo.name}`);
  const remove = element.querySelector('.remove');
  remove.setAttribute('aria-label', `Remove ${photo.name}`);
  remove.addEventListener('click', () =>
    'refused' in element.dataset ? forget(photo.key) : removePhoto(photo.key, remove),
  );
  // The newest first, whatever order they come in.
  const next = [...cards.values()].find(({ order }) => order < photo.order);
  cards.set(photo.key, { element, order: photo.order });
  sortByOrder();
  list.insertBefore(element, next?.element ?? null);
  return element;
}

function sortByOrder() {
  const sorted = [...cards].sort(([, a], [, b]) => b.order - a.order);
  cards.clear();
  for (const [key, card] of sorted) cards.set(key, card);
}

function update(element, photo) {
  const { row, upload } = photo;
  const { title, detail } = verdictOf(photo);
  setText(element.querySelector('.breed'), title);
  setText(element.querySelector('.detail'), detail);
  const sending = !row && (upload?.state === 'waiting' || upload?.state === 'sending');
  element.toggleAttribute('data-sending', sending);
  element.toggleAttribute('data-refused', !row && upload?.state === 'refused');
  element.querySelector('progress').value = upload?.ratio ?? 1;
  showThumbnail(element.querySelector('.picture'), photo);
  const done = [
    Boolean(row) || upload?.state === 'sent',
    Boolean(row?.thumbnail_etag),
    Boolean(row?.identified_at),
    row?.state === 'recorded',
  ];
  element.querySelectorAll('.steps li').forEach((step, index) => {
    step.classList.toggle('done', done[index]);
    step.ariaLabel = `${step.textContent}: ${done[index] ? 'done' : 'not yet'}`;
  });
}

function showThumbnail(picture, photo) {
  const { key, name, row } = photo;
  if (!row?.thumbnail_etag) return;
  if (picture.childElementCount === 0) {
    const link = document.createElement('a');
    Object.assign(link, { target: '_blank', rel: 'noopener', href: about('/original', key) });
    link.append(new Image());
    picture.append(link);
  }
  const image = picture.querySelector('img');
  const source = `${about('/thumbnail', key)}&v=${row.thumbnail_etag}`;
  if (image.getAttribute('src') !== source) image.src = source;
  image.alt = isRecorded(photo) ? `${verdictOf(photo).title}, ${name}` : name;
}

/** Whoever was on the card with the keyboard goes on with the next one. */
function drop(key) {
  const element = cards.get(key)?.element;
  if (!element) return;
  const next = element.nextElementSibling ?? element.previousElementSibling;
  const focused = element.contains(document.activeElement);
  cards.delete(key);
  element.remove();
  if (focused) (next?.querySelector('.remove') ?? document.getElementById('gallery-title')).focus();
}

/** Only what changed, so that a screen reader is not told the same again. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
