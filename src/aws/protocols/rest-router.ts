import { AwsError } from '../error.ts';
import type { HttpRequest, Labels } from './http.ts';
import type { Model } from './shape.ts';

/** Which operation a REST request means, and the parts of its path. */
export interface Match {
  readonly operation: string;
  readonly labels: Labels;
}

/** A line of a model's `allOperations`, taken apart. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  readonly segments: readonly string[];
  /** Query parameters that must be there, some with this very value. */
  readonly markers: readonly Marker[];
  /** A header that must be there. */
  readonly header: string | undefined;
}

export interface Marker {
  readonly name: string;
  readonly value: string | undefined;
}

/** All routes, the most demanding first: of two that fit a request, the first is meant. */
export function routesOf(allOperations: Readonly<Record<string, string>>): Route[] {
  return Object.entries(allOperations)
    .map(([operation, route]) => parseRoute(operation, route))
    .toSorted((a, b) => demands(b) - demands(a));
}

function parseRoute(operation: string, text: string): Route {
  const [method = '', uri = '', header] = text.split(' ');
  const [path = '', query] = uri.split('?');
  const markers = query === undefined ? [] : query.split('&');
  return {
    operation,
    method,
    segments: segmentsOf(path),
    markers: markers.map((marker) => {
      const [name = '', value] = marker.split('=');
      return { name, value };
    }),
    header,
  };
}

const demands = ({ markers, header, segments }: Route) =>
  1000 * (markers.length + (header === undefined ? 0 : 1)) +
  segments.filter((segment) => !isLabel(segment)).length;

/** Whether the query and headers hold what the route asks for. */
export function holdsMarkers(
  { markers, header }: Route,
  { query, headers }: Pick<HttpRequest, 'query' | 'headers'>,
): boolean {
  if (header !== undefined && headers[header] === undefined) return false;
  return markers.every(({ name, value }) =>
    value === undefined ? query.has(name) : query.get(name) === value,
  );
}

/** Finds operations by method and path, as Lambda's API lays them out. */
export interface RestRouter {
  /** Throws AwsError: UnknownOperationException when there is no such route. */
  match(request: Pick<HttpRequest, 'method' | 'path' | 'query' | 'headers'>): Match;
}

export function createRestRouter({ allOperations }: Model): RestRouter {
  const byLength = Map.groupBy(routesOf(allOperations), groupOf);
  return {
    match(request) {
      const segments = segmentsOf(request.path);
      for (const route of byLength.get(groupOf({ method: request.method, segments })) ?? []) {
        if (!fits(route.segments, segments) || !holdsMarkers(route, request)) continue;
        return { operation: route.operation, labels: labelsOf(route.segments, segments) };
      }
      throw unknownOperation();
    },
  };
}

const groupOf = ({ method, segments }: Pick<Route, 'method' | 'segments'>) =>
  `${method} ${segments.length}`;

/** Paths may end in a slash; older SDKs write some that way. */
const segmentsOf = (path: string) => path.split('/').slice(1, path.endsWith('/') ? -1 : undefined);

const isLabel = (segment: string) => segment.startsWith('{');

const fits = (pattern: readonly string[], segments: readonly string[]) =>
  pattern.every((step, i) => (isLabel(step) ? segments[i] !== '' : step === segments[i]));

/** Each segment is decoded by itself: a function's name may be a whole ARN, its slashes and colons escaped. */
function labelsOf(pattern: readonly string[], segments: readonly string[]): Labels {
  const labels: Record<string, string> = {};
  for (const [i, step] of pattern.entries()) {
    if (isLabel(step)) labels[step.slice(1, -1)] = decodeSegment(segments[i] ?? '');
  }
  return labels;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw unknownOperation(cause);
  }
}

const unknownOperation = (cause?: unknown) =>
  new AwsError(
    'UnknownOperationException',
    'The requested operation is not recognized by the service.',
    {
      status: 404,
      cause,
    },
  );
