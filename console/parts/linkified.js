import { h } from '../lib/dom.js';

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** Plain text whose web addresses can be followed. */
export const linkified = (text) =>
  text
    .split(LINK)
    .map((part, i) =>
      i % 2 === 1
        ? h('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part)
        : part,
    );
