import { h } from '../lib/dom.js';
import { link } from '../lib/names.js';
import { cliEnvironment, commands } from '../parts/code.js';
import { empty, time } from '../parts/common.js';
import { resourceList } from '../parts/resource-list.js';

export const functions = ({ signal }) =>
  resourceList({
    title: 'Functions',
    text: 'Code that runs when something happens.',
    path: 'api/functions',
    member: 'functions',
    noun: 'function',
    columns: COLUMNS,
    whenEmpty: noFunctions,
    signal,
  });

const COLUMNS = [
  {
    label: 'Name',
    className: 'key',
    cell: ({ name }) =>
      h('a', { href: link('functions', name), class: 'mono', 'data-step': true }, name),
  },
  { label: 'Runtime', cell: ({ configuration }) => configuration.Runtime },
  {
    label: 'Memory',
    className: 'number',
    cell: ({ configuration }) => `${configuration.MemorySize ?? 128} MB`,
  },
  {
    label: 'Timeout',
    className: 'number',
    cell: ({ configuration }) => `${configuration.Timeout ?? 3} s`,
  },
  { label: 'Changed', cell: ({ modifiedAt }) => time(modifiedAt) },
];

const noFunctions = () =>
  empty(
    'No function yet',
    'A file, a zip, a role that need not exist: enough for a function that runs.',
    commands(`${cliEnvironment()}
echo "export const handler = async (event) => { console.log(JSON.stringify(event)); };" > index.mjs
zip -q function.zip index.mjs
aws lambda create-function --function-name hello --runtime nodejs22.x --handler index.handler \\
  --role arn:aws:iam::123456789012:role/worker --zip-file fileb://function.zip`),
  );
