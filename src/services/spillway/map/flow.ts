/** The map as data: places, and what leads from one to the next. */
export interface MapNode {
  /** ARN, URL or address; of rules something that names them. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** What is worth knowing: a filter, a protocol, that it is disabled. */
  readonly detail?: string | undefined;
  readonly state?: 'healthy' | 'backlog' | 'failing' | 'off' | 'missing' | undefined;
  readonly failingSince?: string | undefined;
  readonly reason?: string | undefined;
  /** Deliveries on their way to it. */
  readonly backlog?: number | undefined;
  /** Of queues: messages in them. */
  readonly messages?: number | undefined;
  /** Events by the minute, of what raises events. */
  readonly perMinute?: number | undefined;
}

export type NodeKind =
  | 'bucket'
  | 'notification-rule'
  | 'queue'
  | 'event-source-mapping'
  | 'topic'
  | 'subscription'
  | 'function'
  | 'event-bus'
  | 'rule'
  | 'endpoint'
  | 'mail';

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  /** What went along it by the minute, over the last five. */
  readonly perMinute?: number | undefined;
}

/** A flow being drawn up: a place that several rules lead to is one. */
export interface Flow {
  readonly nodes: Map<string, MapNode>;
  readonly edges: MapEdge[];
}

export const createFlow = (): Flow => ({ nodes: new Map(), edges: [] });

/** What is known of a place first stays; nothing is taken back. */
export const addNode = ({ nodes }: Flow, node: MapNode): void => {
  if (!nodes.has(node.id)) nodes.set(node.id, node);
};
