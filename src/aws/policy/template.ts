import type { PolicyVersion } from './policy-version.ts';
import type { ConditionContext } from './request.ts';
import { contextValues } from './request.ts';
import type { Pattern } from './wildcard.ts';
import { literalPattern, wildcardPattern } from './wildcard.ts';

/**
 * A value of a policy that may hold policy variables: `${aws:username}`, with a default for
 * requests that lack the key `${aws:username, 'nobody'}`, and the escapes `${*}`, `${?}` and
 * `${$}`. `undefined` where a variable has no value in this request, or the text is not what it
 * should be: then nothing matches it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export type Template<T> = (context: ConditionContext) => T | undefined;

type Part =
  /** As written: wildcards count. */
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly key: string; readonly fallback: string | undefined };

/** A value that is compared as text, made into something else by `make`. */
export function textTemplate<T>(
  text: string,
  version: PolicyVersion,
  make: (text: string) => T | undefined,
): Template<T> {
  return template(parseParts(text, version), (parts) => make(parts.map((p) => p.text).join('')));
}

/** A value in which `*` and `?` are wildcards, unless they come from a variable. */
export function patternTemplate<T>(
  text: string,
  version: PolicyVersion,
  make: (pattern: Pattern) => T | undefined,
): Template<T> {
  return template(parseParts(text, version), (parts) =>
    make(
      parts.flatMap((part) =>
        part.kind === 'written' ? wildcardPattern(part.text) : literalPattern(part.text),
      ),
    ),
  );
}

/** Whether the value depends on the request. */
export const hasVariables = (text: string, version: PolicyVersion) =>
  parseParts(text, version).some(({ kind }) => kind === 'variable');

type ResolvedPart = Exclude<Part, { kind: 'variable' }>;

/** Made once when no variable is in it, and for each request otherwise. */
function template<T>(
  parts: readonly Part[],
  make: (parts: readonly ResolvedPart[]) => T | undefined,
): Template<T> {
  const written = parts.filter((part) => part.kind !== 'variable');
  if (written.length === parts.length) {
    const made = make(written);
    return () => made;
  }
  return (context) => {
    const resolved: ResolvedPart[] = [];
    for (const part of parts) {
      if (part.kind !== 'variable') {
        resolved.push(part);
        continue;
      }
      const values = contextValues(context, part.key);
      const text = values.length === 1 ? values[0] : part.fallback;
      if (text === undefined) return undefined;
      resolved.push({ kind: 'literal', text });
    }
    return make(resolved);
  };
}

function parseParts(text: string, version: PolicyVersion): Part[] {
  if (version === '2008-10-17' || !text.includes('${')) return [{ kind: 'written', text }];
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{([^{}]*)\}/g)) {
    parts.push(
      { kind: 'written', text: text.slice(end, match.index) },
      parseVariable(match[1] ?? ''),
    );
    end = match.index + match[0].length;
  }
  return [...parts, { kind: 'written', text: text.slice(end) }];
}

function parseVariable(inside: string): Part {
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'literal', text: inside };
  const [, name = inside, fallback] = /^([^,]*?)\s*,\s*'([^']*)'$/.exec(inside) ?? [];
  return { kind: 'variable', key: name.trim().toLowerCase(), fallback };
}
