const status = document.getElementById('announcements');
const PAUSE_MS = 1000;
let timer;

/**
 * Says something to screen readers; the last of several within a second. `visibly` shows it to
 * everybody, for a while.
 */
export function announce(text, { visibly = false } = {}) {
  clearTimeout(timer);
  if (visibly) {
    status.classList.replace('visually-hidden', 'notice');
    status.textContent = text;
    timer = setTimeout(() => status.classList.replace('notice', 'visually-hidden'), 6 * PAUSE_MS);
  } else {
    timer = setTimeout(() => {
      if (status.textContent !== text) status.textContent = text;
    }, PAUSE_MS);
  }
}
