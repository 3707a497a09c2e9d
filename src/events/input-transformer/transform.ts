import type { CompiledInput } from './compile.ts';
import { valueAt } from './json-path.ts';
import { type InputContext, predefinedValue } from './predefined.ts';
import { fillTemplate } from './template.ts';

/** What a target is to get, or why it gets nothing: then there is no delivery at all. */
export type TransformedInput =
  | { readonly body: string }
  | { readonly body?: undefined; readonly reason: string };

/** Makes a target's input of an event (the envelope, parsed). */
export function transformInput(
  input: CompiledInput,
  event: Readonly<Record<string, unknown>>,
  context: InputContext,
): TransformedInput {
  switch (input.kind) {
    case 'event':
      return { body: JSON.stringify(event) };
    case 'constant':
      return { body: input.text };
    case 'path': {
      const value = valueAt(input.path, event);
      return value === undefined
        ? { reason: `the event has nothing at InputPath ${input.text}` }
        : { body: JSON.stringify(value) };
    }
    case 'template': {
      const filled = fillTemplate(input.template, (name) => {
        const path = input.paths.get(name);
        return path ? valueAt(path, event) : predefinedValue(name, event, context);
      });
      return 'text' in filled ? { body: filled.text } : { reason: filled.fault };
    }
  }
}
