/** SNS filter policies: the pattern language on a message's attributes or on its body. */
export { compileFilterPolicy, type FilterPolicy, type FilterPolicyScope } from './compile.ts';
export {
  explainFilterPolicy,
  type FilteredAttribute,
  type FilteredMessage,
  matchFilterPolicy,
} from './match.ts';
