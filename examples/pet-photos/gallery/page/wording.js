const percent = (ratio) => `${Math.round(ratio * 100)} %`;

/**
 * What a photo shows, in words. A dog's breed is told well; a cat's is a coat pattern and no more
 * than a guess.
 */
export function verdictOf({ row, upload }) {
  if (upload?.state === 'refused' && !row) return { title: 'Not uploaded', detail: upload.message };
  if (!row || row.state === 'uploaded') return { title: stageOf({ row, upload }), detail: '' };
  if (row.species === 'none')
    return { title: 'No pet in sight', detail: `${percent(row.species_confidence)} sure` };
  const sure = row.breed_confidence === null ? '' : `, ${percent(row.breed_confidence)}`;
  return row.species === 'dog'
    ? { title: row.breed ?? 'Dog', detail: `Dog${sure}` }
    : { title: 'Cat', detail: row.breed ? `Perhaps ${row.breed}${sure}` : '' };
}

function stageOf({ row, upload }) {
  if (row?.received_at) return 'Being identified';
  if (upload?.state === 'waiting') return 'About to be uploaded';
  if (upload?.state === 'sending') return `Uploading, ${percent(upload.ratio)}`;
  return 'In the queue';
}

const REASONS = {
  InvalidImage: 'This is not an image that can be read.',
  ImageTooLarge: 'This image has too many pixels.',
  FileTooLarge: 'This file is too large.',
  GaveUp: 'The workers gave up.',
};

export const reasonOf = (row) => REASONS[row.failure_code] ?? 'It failed.';
