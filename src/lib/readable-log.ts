/** Pino's numbers. */
const LEVELS: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
};
const LEVEL_WIDTH = 5;

/**
 * A line of the log for people: `16:04:51 warn  a chain of events was cut  event=7`, in the time zone of who reads it; the
 * stack of an error follows on lines of its own.
 */
export function readable(json: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(json);
  const at = new Date(time).toTimeString().split(' ', 1)[0];
  const said = Object.entries(fields).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const line = [
    `${at} ${(LEVELS[level] ?? String(level)).padEnd(LEVEL_WIDTH)} ${msg}`,
    ...said,
  ].join('  ');
  const stack = err === undefined ? '' : `${indent(err.stack ?? err.message)}\n`;
  return `${line}\n${stack}`;
}

const indent = (text: string) => text.replaceAll(/^/gm, '  ');
