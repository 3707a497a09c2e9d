import { h } from '../lib/dom.js';
import { pageHead } from './common.js';

/** The page of something that is not there, or not any more. */
export const absent = (kind, name, list) => ({
  title: `No ${kind} ${name}`,
  element: [
    pageHead(`There is no ${kind} ${name}`, 'It may have been deleted. Names are case-sensitive.'),
    h('p', {}, h('a', { href: list }, `All ${kind}s`)),
  ],
});
