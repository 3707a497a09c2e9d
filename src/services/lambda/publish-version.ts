import type { FunctionConfiguration, PublishVersionRequest } from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { invalidParameter, unsupported } from './errors.ts';
import { referToWholeFunction } from './function-name.ts';
import { publish } from './publish.ts';
import { requireFunction } from './require-function.ts';

/**
 * Makes a numbered version of what the function is now.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html
 */
export async function publishVersion(
  input: PublishVersionRequest,
  context: Context,
): Promise<FunctionConfiguration> {
  if (input.PublishTo !== undefined) throw unsupported('PublishTo');
  const reference = referToWholeFunction(context, input.FunctionName);
  return context.storage.transaction(async (tx) => {
    const owner = await requireFunction(tx, reference, input.RevisionId);
    const sha256 = Buffer.from(owner.package, 'hex').toString('base64');
    if (input.CodeSha256 !== undefined && input.CodeSha256 !== '' && input.CodeSha256 !== sha256)
      throw invalidParameter(
        `CodeSHA256 (${input.CodeSha256}) is different from current CodeSHA256 in $LATEST (${sha256}). Please try again with the CodeSHA256 in $LATEST.`,
      );
    return publish(tx, context, owner, input.Description);
  });
}
