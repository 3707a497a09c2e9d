import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';

const FOLDER = join(import.meta.dirname, '../../examples/pytest');

it('the example for pytest passes', async () => {
  const arguments_ = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', FOLDER];
  await promisify(execFile)('python3', arguments_, {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    timeout: 60_000,
  });
});
