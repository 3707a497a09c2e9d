import { aws } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { bytes } from '../lib/format.js';
import { absent } from '../parts/absent.js';
import { json } from '../parts/code.js';
import { back, badge, facts, pageHead, panel, resource, time } from '../parts/common.js';
import { functionLogs } from '../parts/function-logs.js';
import { invoker } from '../parts/invoker.js';
import { findResource } from '../parts/resource-list.js';

/** One function: how it is configured, what feeds it, a way to invoke it, and its logs as they come. */
export async function lambdaFunction({ named: { name }, signal }) {
  const found = await findResource(
    'api/functions',
    'functions',
    (each) => each.name === name,
    signal,
  );
  if (!found) return absent('function', name, '#/functions');
  const [, , , region, account] = found.arn.split(':');
  const call = (operation) =>
    aws('lambda', operation, { FunctionName: name, region, account }, { signal });
  const [configuration, { EventSourceMappings }] = await Promise.all([
    call('GetFunctionConfiguration'),
    call('ListEventSourceMappings'),
  ]);
  return {
    title: name,
    element: [
      back('#/functions', 'Functions'),
      pageHead(name, configuration.Description),
      h(
        'div',
        { class: 'columns' },
        panel('Configuration', drawConfiguration(configuration, found, EventSourceMappings)),
        panel('Invoke', invoker({ name, region, account })),
      ),
      panel('Logs', functionLogs(found.arn, signal)),
    ],
  };
}

const drawConfiguration = (
  configuration,
  { modifiedAt, policy, reservedConcurrency },
  mappings,
) => [
  facts([
    ['ARN', h('code', {}, configuration.FunctionArn)],
    ['Runtime', configuration.Runtime],
    ['Handler', h('code', {}, configuration.Handler)],
    ['State', configuration.State && badge(configuration.State)],
    ['Code', bytes(configuration.CodeSize ?? 0)],
    ['Memory', `${configuration.MemorySize} MB`],
    ['Timeout', `${configuration.Timeout} s`],
    ['Concurrency', reservedConcurrency !== undefined && `${reservedConcurrency} at most`],
    ['Role', h('code', {}, configuration.Role)],
    [
      'Dead letters to',
      configuration.DeadLetterConfig?.TargetArn &&
        resource(configuration.DeadLetterConfig.TargetArn),
    ],
    ['Fed by', mappings.length > 0 && mappings.map(drawMapping)],
    ['Environment', Object.keys(configuration.Environment?.Variables ?? {}).join(', ')],
    ['Changed', time(modifiedAt)],
  ]),
  policy &&
    h('details', {}, h('summary', {}, 'Who may invoke it'), json(policy, 'Resource-based policy')),
];

const drawMapping = ({ EventSourceArn, State, BatchSize, LastProcessingResult }) =>
  h(
    'p',
    { class: 'row' },
    resource(EventSourceArn),
    h(
      'span',
      { class: 'soft small' },
      `${State}, batches of ${BatchSize}, ${LastProcessingResult ?? ''}`,
    ),
  );
