import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PYTHON_LOOKUP_MS_MAX } from './limits.ts';

export interface PythonInstallation {
  /** Absolute path of the interpreter itself, not of a wrapper script that needs the user's environment. */
  readonly executable: string;
  /** `3.12` */
  readonly version: string;
  /** Where `pip install --user` puts packages, when Python would look there. */
  readonly userSite?: string | undefined;
}

/**
 * Asks the machine's Python about itself, in the server's own environment, so that virtual environments and version
 * managers take effect; functions then run the interpreter found, without that environment. Rejects when there is none.
 */
export async function findPython(pythonPath: string): Promise<PythonInstallation> {
  const limits = { timeout: PYTHON_LOOKUP_MS_MAX };
  const { stdout } = await promisify(execFile)(pythonPath, ['-c', QUESTION], limits);
  const answer = JSON.parse(stdout);
  return { ...answer, userSite: answer.userSite ?? undefined };
}

const QUESTION = `
import json, os, site, sys
user = site.getusersitepackages() if site.ENABLE_USER_SITE else None
print(json.dumps({
    "executable": sys.executable,
    "version": "%d.%d" % sys.version_info[:2],
    "userSite": user if user and os.path.isdir(user) else None,
}))
`;
