import { AwsError } from '../../aws/error.ts';
import { type JsonPath, parseJsonPath } from './json-path.ts';
import { isPredefined } from './predefined.ts';
import { parseTemplate, placeholders, type Template } from './template.ts';

/** The members of an EventBridge target that shape what it gets. */
export interface TargetInput {
  readonly Id: string;
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
  readonly InputTransformer?: InputTransformer | undefined;
}

export interface InputTransformer {
  readonly InputPathsMap?: Readonly<Record<string, string>> | undefined;
  readonly InputTemplate: string;
}

/** A compiled target input; without any of the members the target gets the event itself. */
export type CompiledInput =
  | { readonly kind: 'event' }
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'path'; readonly path: JsonPath; readonly text: string }
  | {
      readonly kind: 'template';
      readonly template: Template;
      readonly paths: ReadonlyMap<string, JsonPath>;
    };

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_InputTransformer.html */
const PATHS_MAX = 100;
const VARIABLE_NAME = /^[A-Za-z0-9_-]{1,256}$/;

/**
 * Compiles how a target's input is made. Throws `ValidationException`. Lengths are the model's and
 * checked before, with the request.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function compileInput(target: TargetInput): CompiledInput {
  const { Id, Input, InputPath, InputTransformer } = target;
  const given = [Input, InputPath, InputTransformer].filter((member) => member !== undefined);
  if (given.length > 1) {
    throw invalid(
      `Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`,
    );
  }
  if (Input !== undefined) return constant(Id, Input);
  if (InputPath !== undefined) {
    const path = parseJsonPath(InputPath) ?? fail(`InputPath for target ${Id} is invalid.`);
    return { kind: 'path', path, text: InputPath };
  }
  return InputTransformer ? template(Id, InputTransformer) : { kind: 'event' };
}

function constant(id: string, text: string): CompiledInput {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw invalid(`JSON syntax error in input for target ${id}.`, cause);
  }
  return { kind: 'constant', text };
}

function template(id: string, { InputPathsMap, InputTemplate }: InputTransformer): CompiledInput {
  const entries = Object.entries(InputPathsMap ?? {});
  if (entries.length > PATHS_MAX) {
    throw invalid(`InputPathsMap for target ${id} can have at most ${PATHS_MAX} entries.`);
  }
  const paths = new Map<string, JsonPath>();
  for (const [name, text] of entries) {
    if (!VARIABLE_NAME.test(name)) {
      throw invalid(`InputPathsMap for target ${id} contains invalid key ${name}.`);
    }
    const path = parseJsonPath(text);
    if (!path) throw invalid(`InputPathsMap for target ${id} contains invalid JSON path ${text}.`);
    paths.set(name, path);
  }
  const parsed = parseTemplate(InputTemplate);
  for (const { name } of placeholders(parsed)) {
    if (!paths.has(name) && !isPredefined(name)) {
      throw invalid(`InputTemplate for target ${id} contains invalid placeholder ${name}.`);
    }
  }
  return { kind: 'template', template: parsed, paths };
}

const invalid = (message: string, cause?: unknown) =>
  new AwsError('ValidationException', message, { cause });

function fail(message: string): never {
  throw invalid(message);
}
