import type { Reader, Transaction } from '../storage.ts';

/** Settings of the data folder itself: signing keys, canonical ids, counters. */
export async function getSetting(reader: Reader, name: string): Promise<string | undefined> {
  const row = await reader.get<{ value: string }>(
    'SELECT value FROM settings WHERE name = ?',
    name,
  );
  return row?.value;
}

export async function putSetting(tx: Transaction, name: string, value: string): Promise<void> {
  await tx.run(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}
