/** A policy that lets a service of AWS act on a resource, on behalf of one other resource only. */
export const letService = (service: string, action: string, resource: string, sourceArn: string) =>
  policyOf(statementFor(service, action, resource, sourceArn));

export const statementFor = (
  service: string,
  action: string,
  resource: string,
  sourceArn: string,
) => ({
  Effect: 'Allow',
  Principal: { Service: `${service}.amazonaws.com` },
  Action: action,
  Resource: resource,
  Condition: { ArnEquals: { 'aws:SourceArn': sourceArn } },
});

export const policyOf = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
