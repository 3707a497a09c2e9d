import type {
  AddLayerVersionPermissionRequest,
  AddLayerVersionPermissionResponse,
} from '../../aws/models/lambda.ts';
import type { Context } from '../context.ts';
import { requireLayerPolicy } from './layer-policy.ts';
import { extendPolicy } from './policy-document.ts';
import { renderStatement } from './render-statement.ts';

/**
 * Lets other accounts use a version of a layer.
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html
 */
export async function addLayerVersionPermission(
  input: AddLayerVersionPermissionRequest,
  context: Context,
): Promise<AddLayerVersionPermissionResponse> {
  const { StatementId, Action, Principal, OrganizationId: PrincipalOrgID } = input;
  return context.storage.transaction(async (tx) => {
    const layer = await requireLayerPolicy(tx, context, input);
    const permission = { StatementId, Action, Principal, PrincipalOrgID };
    const statement = renderStatement(permission, layer.arn);
    const RevisionId = context.ids.uuid();
    await layer.write(tx, extendPolicy(layer.policy, statement), RevisionId);
    return { Statement: JSON.stringify(statement), RevisionId };
  });
}
