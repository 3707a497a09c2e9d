import { styleText } from 'node:util';

/** Colours where the terminal has them: not into files or pipes, and not with NO_COLOR. */
const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
  styleText(format, text, { stream: process.stdout });

export const bold = paint('bold');
export const dim = paint('dim');
export const good = paint('green');
export const bad = paint('red');
export const warn = paint('yellow');

export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** Columns as wide as their widest cell; cells are plain text, coloured afterwards by `color`. */
export function table(
  rows: readonly (readonly string[])[],
  color: (cell: string, column: number, row: number) => string = (cell) => cell,
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
  return rows.map((row, index) =>
    row
      .map((cell, column) => {
        const last = column === row.length - 1;
        return (
          color(cell, column, index) + (last ? '' : ' '.repeat((widths[column] ?? 0) - cell.length))
        );
      })
      .join('  '),
  );
}

const STATE_COLORS: Readonly<Record<string, (text: string) => string>> = {
  delivered: good,
  healthy: good,
  ok: good,
  passes: good,
  pending: warn,
  waiting: warn,
  failing: bad,
  refusing: bad,
  failed: bad,
  dead: bad,
  rejected: bad,
  stopped: bad,
  stops: bad,
  dropped: warn,
  unmatched: dim,
};

export const colorState = (state: string): string =>
  (STATE_COLORS[state] ?? ((text) => text))(state);
