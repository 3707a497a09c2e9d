/**
 * Policy variables (`${aws:username}`) exist in the newer one only. The older one is the default.
 */
export type PolicyVersion = '2008-10-17' | '2012-10-17';
