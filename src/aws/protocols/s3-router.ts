import { AwsError } from '../error.ts';
import type { HttpRequest } from './http.ts';
import { holdsMarkers, type Match, type Route, routesOf } from './rest-router.ts';
import type { Model } from './shape.ts';

/**
 * Finds S3's operations. Bucket and key are found before, from host name and path; what a request then means is
 * decided by its method, by whether it names a bucket and a key, and by markers in its query: `PUT /b/k?tagging` is
 * PutObjectTagging. Parameters that are no markers are left for the operation.
 */
export interface S3Router {
  /** Throws AwsError: MethodNotAllowed. */
  match(
    request: Pick<HttpRequest, 'method' | 'query' | 'headers'>,
    bucket: string | undefined,
    key: string | undefined,
  ): Match;
}

/** Reached by host names of their own, which no client of ours uses. */
const ELSEWHERE: ReadonlySet<string> = new Set(['ListDirectoryBuckets', 'WriteGetObjectResponse']);

type Level = 'SERVICE' | 'BUCKET' | 'OBJECT';

export function createS3Router({ operations, allOperations }: Model): S3Router {
  const routes = routesOf(allOperations).filter(({ operation }) => !ELSEWHERE.has(operation));
  const byTarget = Map.groupBy(routes, (route) => `${route.method} ${levelOf(route)}`);
  const subresources = new Set(routes.flatMap(subresourceOf));

  /** `partNumber` marks UploadPart, and is an argument of GetObject. */
  const reads = (operation: string, parameter: string) =>
    operations[operation]?.input.members.some((m) => m.traits.httpQuery === parameter) === true;

  /** Guards what has side effects: `DELETE /b?acl` exists nowhere, and must not delete the bucket. */
  const isSubresourceOfOther = (name: string, { operation, markers }: Route) =>
    subresources.has(name) &&
    !markers.some((marker) => marker.name === name) &&
    !reads(operation, name);

  return {
    match(request, bucket, key) {
      const { method, query } = request;
      const level = bucket === undefined ? 'SERVICE' : key === undefined ? 'BUCKET' : 'OBJECT';
      const candidates = byTarget.get(`${method} ${level}`) ?? [];
      const route = candidates.find((candidate) => holdsMarkers(candidate, request));
      const other = route && [...query.keys()].find((name) => isSubresourceOfOther(name, route));
      if (!route || other !== undefined)
        throw methodNotAllowed(method, other?.toUpperCase() ?? level);
      return {
        operation: route.operation,
        labels: {
          ...(bucket !== undefined && { Bucket: bucket }),
          ...(key !== undefined && { Key: key }),
        },
      };
    },
  };
}

function levelOf({ operation, segments }: Route): Level {
  if (operation === 'ListBuckets') return 'SERVICE';
  return segments.length === 0 ? 'BUCKET' : 'OBJECT';
}

/** The first marker names a part of a bucket or object; those after it choose among several such. */
const subresourceOf = ({ markers: [first] }: Route) =>
  first && first.value === undefined ? [first.name] : [];

const methodNotAllowed = (method: string, resourceType: string) =>
  new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    status: 405,
    members: { Method: method, ResourceType: resourceType },
  });
