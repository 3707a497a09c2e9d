import { awsJson } from './aws-json.ts';
import { awsQuery } from './aws-query.ts';
import type { Protocol } from './http.ts';
import { restJson } from './rest-json.ts';
import { restXml } from './rest-xml.ts';
import type { Model, ProtocolName } from './shape.ts';

/** The protocol of this name, spoken for this service. Cheap to make, and worth keeping. */
export function createProtocol(model: Model, name: ProtocolName): Protocol {
  switch (name) {
    case 'restXml':
      return restXml(model);
    case 'restJson1':
      return restJson(model);
    case 'awsJson1_0':
    case 'awsJson1_1':
      return awsJson(model, name);
    case 'awsQuery':
      return awsQuery(model);
  }
}
