import { connect } from './client.ts';
import { defineCommand } from './command.ts';
import { bold, colorState, dim, good, print, printJson, table, warn } from './style.ts';

interface Destination {
  readonly destination: string;
  readonly state: string;
  readonly backlog: number;
  readonly failingSince?: string;
  readonly nextAttempt?: string;
  readonly reason?: string;
}

/** `spillway status`: what is owed, to whom, and who is in trouble. */
export const status = defineCommand({
  usage: 'status [OPTION ...]',
  summary:
    'Tells what is owed, to whom, and which destinations are in trouble. Exits with 1 when one is, so that\nscripts can ask.',
  flags: [],
  async run(given) {
    const client = connect(given);
    const summary = await client.get('status');
    const { destinations } = (await client.get('destinations')) as {
      destinations: readonly Destination[];
    };
    const { warnings } = await client.get('warnings');
    if (given.on('json')) printJson({ ...summary, destinations, warnings });
    else {
      writeSummary(client.endpoint, summary);
      writeDestinations(destinations);
      for (const { text } of warnings) print(`\n${warn('Warning')}  ${text}`);
    }
    return summary.failing > 0 ? 1 : 0;
  },
});

interface Summary {
  readonly deliveries: Readonly<Record<string, number>>;
  readonly failing: number;
  readonly journal: { readonly events: number; readonly eventsMax: number; readonly days: number };
}

function writeSummary(endpoint: string, { deliveries, journal }: Summary): void {
  print(bold(endpoint));
  const { pending = 0, ...givenUp } = deliveries;
  const counts = Object.entries(givenUp).map(([state, n]) => `${n} ${state}`);
  print(`  deliveries  ${pending} pending${counts.length === 0 ? '' : `, ${counts.join(', ')}`}`);
  const kept =
    journal.days === 0
      ? 'off'
      : `${journal.events} of ${journal.eventsMax} events, ${journal.days} days`;
  print(`  journal     ${kept}`);
}

function writeDestinations(destinations: readonly Destination[]): void {
  print();
  if (destinations.length === 0) {
    print(dim('  nothing was delivered lately'));
    return;
  }
  if (destinations.every(({ state }) => state === 'healthy'))
    print(good(`  all ${destinations.length} destinations are healthy`));
  const rows = destinations.map(({ destination, state, backlog, failingSince, nextAttempt }) => [
    `  ${state}`,
    destination,
    backlog === 0 ? '' : `${backlog} waiting`,
    failingSince === undefined ? '' : `since ${failingSince}, next try ${nextAttempt}`,
  ]);
  const lines = table(rows, (cell, column) =>
    column === 0 ? `  ${colorState(cell.trim())}` : cell,
  );
  for (const [index, line] of lines.entries()) {
    print(line.trimEnd());
    const reason = destinations[index]?.reason;
    if (reason !== undefined) print(`      ${dim(reason)}`);
  }
}
