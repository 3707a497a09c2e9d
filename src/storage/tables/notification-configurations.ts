import type { Reader, Transaction } from '../storage.ts';

/** Fired when what buckets, topics, buses or queues send where was changed; carries nothing. */
export const WIRING_SIGNAL = 'wiring';

/** Begins and ends a stored configuration's digest: see `services/stored-notification.ts`. */
const DIGEST_START = 12;
const DIGEST_LENGTH = 32;

/**
 * Keeps a configuration for the journal, under its digest. To be called when a bucket gets it and
 * when it loses it: it is kept until no event can have been matched with it any more.
 */
export async function keepConfiguration(
  tx: Transaction,
  digest: string,
  configuration: string,
  now: number,
): Promise<void> {
  await tx.run(
    `INSERT INTO notification_configurations (digest, configuration, used_until) VALUES (?, ?, ?)
     ON CONFLICT (digest) DO UPDATE SET used_until = excluded.used_until`,
    digest,
    configuration,
    now,
  );
  tx.wake(WIRING_SIGNAL);
}

/** As it was stored with the bucket. */
export async function getConfiguration(
  reader: Reader,
  digest: string,
): Promise<string | undefined> {
  const row = await reader.get<{ configuration: string }>(
    'SELECT configuration FROM notification_configurations WHERE digest = ?',
    digest,
  );
  return row?.configuration;
}

/** Removes what no bucket has and no event since `before` can have been matched with. */
export async function sweepConfigurations(tx: Transaction, before: number): Promise<void> {
  await tx.run(
    `DELETE FROM notification_configurations WHERE used_until < ? AND digest NOT IN
       (SELECT substr(notification, ?, ?) FROM buckets WHERE notification IS NOT NULL)`,
    before,
    DIGEST_START,
    DIGEST_LENGTH,
  );
}
