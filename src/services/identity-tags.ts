/** Tags of users, roles, sessions and policies. */
export interface IdentityTag {
  readonly Key: string;
  readonly Value: string;
}

/** As they are stored: JSON. */
export const identityTags = (json: string): IdentityTag[] => JSON.parse(json);

/** As condition keys: `aws:principaltag/team`, where `prefix` is `aws:principaltag`. */
export const tagConditions = (
  prefix: string,
  tags: readonly IdentityTag[],
): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key, Value }) => [`${prefix}/${Key.toLowerCase()}`, Value]));
