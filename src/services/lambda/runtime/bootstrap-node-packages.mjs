/**
 * Where a function's packages come from: its own `node_modules`, then its layers', then the AWS SDK, as on AWS.
 * Nothing else of this machine counts, for Node.js would also look in every directory above the function's code.
 */
import { existsSync, realpathSync } from 'node:fs';
import { createRequire, isBuiltin, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Both import() and require() come through here; NODE_PATH, which does the same on AWS, reaches only require().
 * `taskRoot` is the code, `layers` the `nodejs` directories of the layers, `sdkDirectory` ('' for none) holds the
 * AWS SDK in its `node_modules`.
 */
export function providePackages(taskRoot, layers, sdkDirectory) {
  const own = [taskRoot, ...layers].map(directoryUrl);
  const sdk = sdkDirectory ? directoryUrl(join(sdkDirectory, 'node_modules')) : undefined;
  const fallbacks = layers.filter(existsSync);

  const isOwn = (url) => own.some((root) => url.startsWith(root));
  const isSdk = (url) => sdk !== undefined && url.startsWith(sdk);
  let isLookingUp = false;

  const lookUp = (directory, specifier, context, nextResolve) => {
    const parent = join(directory, 'package.json');
    if (context.conditions.includes('import')) {
      return nextResolve(specifier, { ...context, parentURL: pathToFileURL(parent).href });
    }
    isLookingUp = true;
    try {
      return {
        url: pathToFileURL(createRequire(parent).resolve(specifier)).href,
        shortCircuit: true,
      };
    } finally {
      isLookingUp = false;
    }
  };

  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isAsked = isPackage(specifier) && isOwn(context.parentURL ?? '');
      if (!isAsked || isLookingUp) return nextResolve(specifier, context);
      const wantsSdk = SDK_PACKAGE.test(specifier);
      const attempts = [() => nextResolve(specifier, context)];
      for (const directory of wantsSdk && sdk ? [...fallbacks, sdkDirectory] : fallbacks) {
        attempts.push(() => lookUp(directory, specifier, context, nextResolve));
      }
      for (const attempt of attempts) {
        const found = foundOrUndefined(attempt);
        if (found && (isOwn(found.url) || (wantsSdk && isSdk(found.url)))) return found;
      }
      throw notFound(specifier, context, wantsSdk);
    },
  });
}

const SDK_PACKAGE = /^@(aws-sdk|smithy|aws-crypto)\//;

const isPackage = (specifier) => !/^([./#]|[a-z]+:)/i.test(specifier) && !isBuiltin(specifier);

const directoryUrl = (path) =>
  `${pathToFileURL(existsSync(path) ? realpathSync(path) : path).href}/`;

function foundOrUndefined(attempt) {
  try {
    return attempt();
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND')
      return undefined;
    throw error;
  }
}

/** As Node.js words it. */
function notFound(specifier, { parentURL, conditions }, wantsSdk) {
  const asker = fileURLToPath(parentURL);
  const isImport = conditions.includes('import');
  const hint = wantsSdk
    ? ' (this server has no AWS SDK to lend: ship it in the package or a layer, or install it beside the server)'
    : '';
  const message = isImport
    ? `Cannot find package '${specifier}' imported from ${asker}${hint}`
    : `Cannot find module '${specifier}'${hint}\nRequire stack:\n- ${asker}`;
  const error = new Error(message);
  error.code = isImport ? 'ERR_MODULE_NOT_FOUND' : 'MODULE_NOT_FOUND';
  return error;
}
