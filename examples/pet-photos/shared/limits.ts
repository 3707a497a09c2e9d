/** The gallery takes no larger file, and a worker reads none. */
export const PHOTO_BYTES_MAX = 25 * 1024 * 1024;

/** From here on a photo is large, and a rule tells the admin. */
export const LARGE_PHOTO_BYTES = 5 * 1024 * 1024;

/** How long a worker has for a photo before the queue gives it to another one. */
export const VISIBILITY_TIMEOUT_SECONDS = 20;

/** A photo that was received so often without success goes to the dead-letter queue. */
export const RECEIVES_MAX = 5;
