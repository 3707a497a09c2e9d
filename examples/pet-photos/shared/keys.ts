/** Photos lie under `uploads/`, the thumbnail of `uploads/rex.png` is `thumbnails/rex.png.jpg`. */
export const UPLOADS = 'uploads/';
export const THUMBNAILS = 'thumbnails/';

export const thumbnailKeyOf = (photoKey: string) =>
  `${THUMBNAILS}${photoKey.slice(UPLOADS.length)}.jpg`;

export const photoKeyOf = (thumbnailKey: string) =>
  `${UPLOADS}${thumbnailKey.slice(THUMBNAILS.length, -'.jpg'.length)}`;
