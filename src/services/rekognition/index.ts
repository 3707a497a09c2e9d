import type { Operations } from '../../aws/models/rekognition.ts';
import { callerArn } from '../caller.ts';
import { defineService } from '../define-service.ts';
import { detectLabels } from './detect-labels.ts';
import { accessDenied } from './errors.ts';

/**
 * Amazon Rekognition, as far as a photo pipeline needs it: DetectLabels, answered by a model on this machine.
 *
 * `detect-labels` is the operation; `image-analysis` the package that does the seeing; `labels` turns what was seen into AWS's
 * labels, `select-labels` keeps those asked for; `image-properties` measures colours and quality.
 */
export const rekognition = defineService<Operations>({
  name: 'rekognition',
  handlers: { DetectLabels: detectLabels },
  access: async (operation, _input, context) => [
    { action: `rekognition:${operation}`, resource: '*', resourceAccount: context.account },
  ],
  denied: ({ action, resource }, caller, reason) =>
    accessDenied(
      `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
    ),
});
