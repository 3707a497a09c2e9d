import type { Ids } from '../lib/ids.ts';

/**
 * What AWS calls its identities and their keys: four letters that tell what it is, and random ones.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export type UniqueIdPrefix =
  /** A user. */
  | 'AIDA'
  /** A role. */
  | 'AROA'
  /** A managed policy. */
  | 'ANPA';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const UNIQUE_ID_CHARACTERS = 17;
const KEY_ID_CHARACTERS = 16;
const SECRET_BYTES = 30;
const TOKEN_BYTES = 96;

export const newUniqueId = (ids: Ids, prefix: UniqueIdPrefix): string =>
  prefix + randomCharacters(ids, UNIQUE_ID_CHARACTERS);

/** `AKIA` begins the key of a user, `ASIA` that of a session. */
export const newAccessKeyId = (ids: Ids, prefix: 'AKIA' | 'ASIA'): string =>
  prefix + randomCharacters(ids, KEY_ID_CHARACTERS);

/** 40 characters, which hold 240 random bits. */
export const newSecretAccessKey = (ids: Ids): string =>
  Buffer.from(ids.bytes(SECRET_BYTES)).toString('base64');

/** 128 characters: nothing is encoded in it. */
export const newSessionToken = (ids: Ids): string =>
  Buffer.from(ids.bytes(TOKEN_BYTES)).toString('base64');

const randomCharacters = (ids: Ids, length: number): string =>
  Array.from(ids.bytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
