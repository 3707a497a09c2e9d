/** EventBridge times have no fraction: `2024-01-15T10:30:00Z`. */
export const eventTime = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19)}Z`;

/** The event under another id. It is written into the text, where only `version` stands before it. */
export const withEventId = (event: string, id: string): string =>
  event.replace(/"id":"[^"]*"/, () => `"id":${JSON.stringify(id)}`);

/** How deeply objects and lists may nest in an event: the limit of AWS's reader, and what keeps recursion safe here. */
export const NESTING_MAX = 1000;

/**
 * JSON text without the white space between its tokens. Numbers stay as they were written, so that those which no double
 * can hold (identifiers of 20 digits) reach targets unharmed. `undefined` when it nests too deeply. The text must be JSON.
 */
export function compactJson(text: string): string | undefined {
  const pieces: string[] = [];
  let from = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      if (++depth > NESTING_MAX) return undefined;
    } else if (character === '}' || character === ']') depth--;
    else if (character !== undefined && WHITE_SPACE.includes(character)) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

const WHITE_SPACE = ' \t\n\r';
