/**
 * What an EventBridge target gets of an event: Input, InputPath, InputTransformer or the event
 * itself.
 */
export {
  type CompiledInput,
  compileInput,
  type InputTransformer,
  type TargetInput,
} from './compile.ts';
export type { InputContext } from './predefined.ts';
export { type TransformedInput, transformInput } from './transform.ts';
