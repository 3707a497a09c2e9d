/**
 * A change to an object and the forms that its event takes: the record that queues, topics and
 * functions get, the event on a bus, and the test message that precedes them.
 */
export { S3_PRINCIPAL, type S3Change } from './change.ts';
export { type EventBridgeEvent, s3EventBridgeEvent } from './eventbridge.ts';
export { decodeEventKey, encodeEventKey } from './key-encoding.ts';
export { EVENT_NAMES, expandEventName } from './names.ts';
export { s3EventMessage } from './record.ts';
export { compareSequencers, sequencer } from './sequencer.ts';
export { type S3TestEvent, s3TestEventMessage } from './test-event.ts';
