/** Every section of the benchmark, in order; each is loaded only when it is run. What the figures mean is in README.md. */
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  start: async () => (await import('./start.ts')).benchStart(),
  put: async () => (await import('./put.ts')).benchPut(),
  receive: async () => (await import('./receive.ts')).benchReceive(),
  queue: async () => (await import('./queue.ts')).benchQueue(),
  rules: async () => (await import('./rules.ts')).benchRules(),
  journal: async () => (await import('./journal.ts')).benchJournal(),
  million: async () => (await import('./million.ts')).benchMillion(),
  large: async () => (await import('./large.ts')).benchLarge(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0) {
  process.stderr.write(
    `there is no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}\n`,
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(SECTIONS))
  if (wanted.length === 0 || wanted.includes(name)) await run();
process.exit(0);
