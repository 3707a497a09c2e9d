/**
 * The names of S3's events. A configuration writes them with `s3:` and may end a family in `*`; a
 * record writes them without, and never a family.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
 */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  ObjectCreated: ['Put', 'Post', 'Copy', 'CompleteMultipartUpload'],
  ObjectRemoved: ['Delete', 'DeleteMarkerCreated'],
  ObjectRestore: ['Post', 'Completed', 'Delete'],
  Replication: [
    'OperationFailedReplication',
    'OperationNotTracked',
    'OperationMissedThreshold',
    'OperationReplicatedAfterThreshold',
  ],
  LifecycleExpiration: ['Delete', 'DeleteMarkerCreated'],
  ObjectTagging: ['Put', 'Delete'],
  ObjectAnnotation: ['Put', 'Delete'],
};

/** Events that belong to no family that can be named by `*`. */
const SINGLE = [
  'ReducedRedundancyLostObject',
  'LifecycleTransition',
  'IntelligentTiering',
  'ObjectAcl:Put',
  'ObjectRetention:Put',
];

/** Each name that a configuration may write, and the events that it stands for. */
const EXPANSIONS: ReadonlyMap<string, readonly string[]> = listExpansions();

function listExpansions(): Map<string, readonly string[]> {
  const expansions = new Map<string, readonly string[]>();
  for (const name of SINGLE) expansions.set(`s3:${name}`, [name]);
  for (const [family, members] of Object.entries(FAMILIES)) {
    const names = members.map((member) => `${family}:${member}`);
    expansions.set(`s3:${family}:*`, names);
    for (const name of names) expansions.set(`s3:${name}`, [name]);
  }
  return expansions;
}

/** Every event name as records write it. */
export const EVENT_NAMES: readonly string[] = [...new Set([...EXPANSIONS.values()].flat())];

/**
 * The events that a configured name stands for: `s3:ObjectRemoved:*` is `ObjectRemoved:Delete` and
 * `ObjectRemoved:DeleteMarkerCreated`. `undefined` for a name that S3 does not have.
 */
export const expandEventName = (configured: string): readonly string[] | undefined =>
  EXPANSIONS.get(configured);
