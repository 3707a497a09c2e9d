import assert from 'node:assert/strict';
import type { World } from './world.ts';

/** What a call of the operator's API answered. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of every shape
  readonly body: any;
}

/** The API under `/_spillway/api/`, as a program calls it. */
export function operatorOf({ url }: Pick<World, 'url'>) {
  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${url}/_spillway/api/${path}`, init);
    return { status: response.status, body: await response.json() };
  };
  const expectOk = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const query = (given: Readonly<Record<string, string | number | undefined>>) =>
    new URLSearchParams(
      Object.entries(given)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
  return {
    call,
    get: (path: string, given: Readonly<Record<string, string | number | undefined>> = {}) =>
      expectOk(call(`${path}?${query(given)}`)),
    post: (path: string, body: object = {}) =>
      expectOk(call(path, { method: 'POST', body: JSON.stringify(body) })),
  };
}
