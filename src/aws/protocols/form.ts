import { checkCount, invalid, malformed } from './decode-fault.ts';

/**
 * The parameters of an awsQuery request as a tree: `A.1.B=x&A.2.B=y` becomes `{ A: { 1: { B: 'x' }, 2: { B: 'y' } } }`.
 * Nodes have no prototype: their names are the client's.
 */
export type Form = { [name: string]: string | Form };

export const FORM_PARAMETERS_MAX = 20_000;
export const FORM_DEPTH_MAX = 16;

/** Throws DecodeFault for bad percent encodings, contradicting names and passed limits. The last of equal names wins. */
export function parseForm(parameters: Iterable<readonly [name: string, value: string]>): Form {
  const form = emptyForm();
  let count = 0;
  for (const [name, value] of parameters) {
    count += 1;
    checkCount(count, FORM_PARAMETERS_MAX);
    put(form, name, value);
  }
  return form;
}

const emptyForm = (): Form => Object.create(null) as Form;

/** The names and values of `application/x-www-form-urlencoded` text. */
export function* formParameters(text: string): Generator<[name: string, value: string]> {
  for (const parameter of text.split('&')) {
    if (parameter === '') continue;
    const equals = parameter.indexOf('=');
    const name = equals < 0 ? parameter : parameter.slice(0, equals);
    yield [unescapeForm(name), equals < 0 ? '' : unescapeForm(parameter.slice(equals + 1))];
  }
}

function put(form: Form, name: string, value: string): void {
  if (!name.includes('.')) {
    if (typeof form[name] === 'object') throw malformed(`${name} has both a value and parts`);
    form[name] = value;
    return;
  }
  const steps = name.split('.');
  if (steps.length > FORM_DEPTH_MAX) throw malformed(`${name} has too many parts`);
  const last = steps.pop() as string;
  let node = form;
  for (const step of steps) {
    const next = node[step];
    if (typeof next === 'string') throw malformed(`${name} has both a value and parts`);
    const child = next ?? emptyForm();
    node[step] = child;
    node = child;
  }
  if (typeof node[last] === 'object') throw malformed(`${name} has both a value and parts`);
  node[last] = value;
}

/** The items of a list, by their numbers; the numbers need not be without gaps. */
export function itemsOf(node: string | Form | undefined): (string | Form)[] {
  // `Attributes=` is how clients write an empty list.
  if (node === undefined || node === '') return [];
  if (typeof node === 'string') throw invalid('a list was expected');
  const numbers = Object.keys(node);
  for (const number of numbers) {
    if (!/^[1-9]\d{0,8}$/.test(number))
      throw invalid(`${number.slice(0, 20)} is not an item's number`);
  }
  return numbers.map((number) => node[number] as string | Form);
}

function unescapeForm(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    throw malformed('a parameter is not percent-encoded UTF-8');
  }
}
