/**
 * Which messages of a batch a function says it failed, by their ids; `all` when its answer cannot
 * be understood, which counts as failing everything. An answer without `batchItemFailures` failed
 * nothing.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedItems(
  response: string,
  messageIds: ReadonlySet<string>,
): ReadonlySet<string> | 'all' {
  const failures = readFailures(response);
  if (failures === 'all') return 'all';
  const failed = new Set<string>();
  for (const failure of failures) {
    const id = (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier;
    if (typeof id !== 'string' || !messageIds.has(id)) return 'all';
    failed.add(id);
  }
  return failed;
}

function readFailures(response: string): readonly unknown[] | 'all' {
  let answer: unknown;
  try {
    answer = JSON.parse(response);
  } catch {
    return 'all';
  }
  if (answer === null) return [];
  if (typeof answer !== 'object') return 'all';
  const failures = (answer as { batchItemFailures?: unknown }).batchItemFailures ?? [];
  return Array.isArray(failures) ? failures : 'all';
}
