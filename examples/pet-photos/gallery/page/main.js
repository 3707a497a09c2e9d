import { announce } from './announce.js';
import { showCards } from './cards.js';
import { setDeadLetterCount, showDeadLetters } from './dead-letters.js';
import { followChanges } from './live.js';
import { all, isDead, isMoving, isRecorded, watch } from './photos.js';
import { showTimeLine } from './time-line.js';
import { uploadFiles } from './upload.js';

const byId = (id) => document.getElementById(id);
const CONNECTION = { connecting: 'Connecting', live: 'Live', away: 'S3 is away' };

showCards();
showDeadLetters();
showTimeLine();
watch(() => showNumbers());
followChanges({
  onConnection(state) {
    byId('connection').dataset.state = state;
    byId('connection').textContent = CONNECTION[state];
  },
  onQueues(depths) {
    byId('number-queued').textContent = depths ? depths.waiting + depths.inHand : '?';
    byId('number-dead').textContent = depths?.dead ?? '?';
    setDeadLetterCount(depths?.dead ?? 0);
  },
});

function showNumbers() {
  const photos = all();
  const [moving, recorded, dead] = [isMoving, isRecorded, isDead].map(
    (test) => photos.filter(test).length,
  );
  byId('number-moving').textContent = moving;
  byId('number-recorded').textContent = recorded;
  const others = dead === 0 ? '' : `, ${dead} in the dead-letter queue`;
  announce(`${recorded} of ${photos.length} photos recorded${others}.`);
}

async function upload(files) {
  try {
    await uploadFiles(files);
  } catch (error) {
    announce(`The photos were not uploaded: ${error.message}`, { visibly: true });
  }
}

byId('files').addEventListener('change', ({ target }) => {
  const files = [...target.files];
  // The same files may be chosen again.
  target.value = '';
  return upload(files);
});

byId('samples').addEventListener('click', async ({ target }) => {
  target.disabled = true;
  const paths = await (await fetch('/samples')).json();
  const load = async (path) => {
    const blob = await (await fetch(path)).blob();
    return new File([blob], path.split('/').at(-1), { type: blob.type });
  };
  await upload(await Promise.all(paths.map(load)));
  target.disabled = false;
});

// Anywhere on the page: a drop that misses the box must not open the photo instead.
const drop = byId('drop');
addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
addEventListener('dragleave', ({ relatedTarget }) => {
  if (relatedTarget === null) drop.classList.remove('over');
});
addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  return upload([...event.dataTransfer.files]);
});
