/** A photo that no further try can save: not an image, cut short, too large. */
export class BadPhoto extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'BadPhoto';
    this.code = code;
  }
}
