/** One page or call under `/_spillway/`, and the operation of the service `spillway` behind it. */
export interface Route {
  readonly operation: string;
  /** `open`: for anybody. `operator`: for whoever runs this server, see `operator-access.ts`. */
  readonly access: 'open' | 'operator';
  /** A call that waits for news: asked over and over for a client that takes server-sent events. */
  readonly stream?: boolean;
}

/**
 * By method and path; `{member}` stands for one segment, which becomes that member of the
 * operation's input.
 */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET health': { operation: 'Health', access: 'open' },
  'GET package': { operation: 'DownloadPackage', access: 'open' },
  'GET sns/{name}': { operation: 'GetSigningCertificate', access: 'open' },
  'GET metrics': { operation: 'Metrics', access: 'operator' },
  'GET mailbox': { operation: 'ListMail', access: 'operator' },
  'GET mailbox/{name}': { operation: 'GetMail', access: 'operator' },

  'GET api/status': { operation: 'GetStatus', access: 'operator' },
  'GET api/events': { operation: 'SearchEvents', access: 'operator' },
  'GET api/events/{id}': { operation: 'GetTrail', access: 'operator' },
  'GET api/tail': { operation: 'TailEvents', access: 'operator', stream: true },
  'GET api/explain': { operation: 'Explain', access: 'operator' },
  'GET api/warnings': { operation: 'ListWarnings', access: 'operator' },

  'GET api/deliveries': { operation: 'ListDeliveries', access: 'operator' },
  'POST api/deliveries/redrive': { operation: 'RedriveDeliveries', access: 'operator' },
  'POST api/deliveries/{id}/retry': { operation: 'RetryDelivery', access: 'operator' },
  'POST api/deliveries/{id}/drop': { operation: 'DropDelivery', access: 'operator' },
  'POST api/replay': { operation: 'ReplayEvents', access: 'operator' },
  'POST api/backfill': { operation: 'BackfillEvents', access: 'operator' },

  'GET api/destinations': { operation: 'ListDestinations', access: 'operator' },
  'GET api/map': { operation: 'GetMap', access: 'operator' },
  'GET api/buckets': { operation: 'ListBuckets', access: 'operator' },
  'GET api/objects': { operation: 'ListObjects', access: 'operator' },
  'GET api/queues': { operation: 'ListQueues', access: 'operator' },
  'GET api/queues/messages': { operation: 'PeekMessages', access: 'operator' },
  'GET api/topics': { operation: 'ListTopics', access: 'operator' },
  'GET api/rules': { operation: 'ListRules', access: 'operator' },
  'GET api/functions': { operation: 'ListFunctions', access: 'operator' },
  'GET api/functions/logs': { operation: 'ListLogs', access: 'operator' },
  'POST api/aws/{service}/{operation}': { operation: 'CallAws', access: 'operator' },

  'POST test-kit/clock': { operation: 'AdvanceClock', access: 'operator' },
  'POST test-kit/settled': { operation: 'AwaitSettled', access: 'operator' },
  'GET test-kit/faults': { operation: 'ListFaults', access: 'operator' },
  'POST test-kit/faults': { operation: 'AddFault', access: 'operator' },
  'DELETE test-kit/faults': { operation: 'ClearFaults', access: 'operator' },
};

export interface FoundRoute extends Route {
  /** What the path named. */
  readonly named: Readonly<Record<string, string>>;
}

const patterns = Object.entries(ROUTES).map(([name, route]) => {
  const [method = '', path = ''] = name.split(' ');
  const source = path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return { method, path: new RegExp(`^${source}$`), route };
});

/**
 * The route of a request; `path` is what comes after the prefix, percent-encoded. The first that
 * fits counts.
 */
export function findRoute(method: string, path: string): FoundRoute | undefined {
  for (const each of patterns) {
    const match = each.method === method ? each.path.exec(path) : null;
    if (match) return { ...each.route, named: decoded(match.groups ?? {}) };
  }
  return undefined;
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return { ...groups }; // not percent-encoded after all: nothing has such a name
  }
}
