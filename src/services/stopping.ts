/** Fired when the server stops: all who wait for something are answered at once. */
export const STOPPING_SIGNAL = 'stopping';
