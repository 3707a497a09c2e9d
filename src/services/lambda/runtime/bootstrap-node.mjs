/**
 * The Node.js runtime inside a function's process: loads the handler, then takes events from the Runtime API and
 * answers them, one at a time. Plain JavaScript that imports nothing of the server: it is shipped as it is.
 *
 * Arguments: the directory of the AWS SDK ('' for none), then the `nodejs` directories of the layers.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
import { existsSync, realpathSync } from 'node:fs';
import http from 'node:http';
import { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { providePackages } from './bootstrap-node-packages.mjs';

// What the function sees of its arguments is what it would see on AWS.
const [sdkDirectory, ...layers] = process.argv.splice(2);
const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT, _HANDLER } = process.env;

/** The request in hand: its id marks log lines and errors. Undefined while the code is loaded. */
let requestId;

async function main() {
  // The server holds the other end: when it closes, the server has ended, and so do we.
  const lifeline = new Socket({ fd: 3, readable: true, writable: false });
  lifeline
    .on('close', () => process.exit(1))
    .unref()
    .resume();

  process.on('uncaughtException', (error) => crash('Uncaught Exception', error, 129));
  process.on('unhandledRejection', (reason) => {
    void crash('Unhandled Promise Rejection', new UnhandledPromiseRejection(reason), 128);
  });
  for (const [method, level] of Object.entries(CONSOLE_LEVELS)) {
    console[method] = (...parts) => log(level, format(...parts));
  }
  providePackages(LAMBDA_TASK_ROOT, layers, sdkDirectory);

  let handler;
  try {
    handler = await loadHandler(LAMBDA_TASK_ROOT, _HANDLER);
  } catch (error) {
    return crash('Uncaught Exception', error, 1);
  }
  for (;;) await serve(handler, await runtimeApi('GET', 'invocation/next'));
}

// Runtime API

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function runtimeApi(method, path, body, headers = {}) {
  return new Promise((resolve) => {
    const url = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/${path}`;
    const request = http.request(url, { method, headers, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
      response.on('error', () => process.exit(1));
    });
    // Without the Runtime API there is nothing left to do.
    request.on('error', () => process.exit(1));
    request.end(body);
  });
}

const postError = (path, payload) =>
  runtimeApi('POST', path, JSON.stringify(payload), {
    'Lambda-Runtime-Function-Error-Type': encodeURI(payload.errorType),
  });

async function serve(handler, { headers, body }) {
  requestId = headers['lambda-runtime-aws-request-id'];
  const traceId = headers['lambda-runtime-trace-id'];
  if (traceId) process.env._X_AMZN_TRACE_ID = traceId;
  else delete process.env._X_AMZN_TRACE_ID;
  try {
    const result = await run(handler, JSON.parse(body), createContext(headers));
    await runtimeApi('POST', `invocation/${requestId}/response`, toJson(result));
  } catch (error) {
    const payload = errorPayload(error);
    logError('Invoke Error', error, payload);
    await postError(`invocation/${requestId}/error`, payload);
  }
}

// Handler

/** `folder/module.export.nested`: the module is what comes before the first dot of the last part. */
async function loadHandler(taskRoot, name) {
  const [, moduleName, exportPath] = /^([^.]+)\.(.+)$/.exec(basename(name)) ?? [];
  if (!moduleName || name.includes('..')) {
    throw new RuntimeError('Runtime.MalformedHandlerName', `Bad handler '${name}'`);
  }
  const loaded = await loadModule(join(taskRoot, dirname(name), moduleName));
  const find = (from) => exportPath.split('.').reduce((value, key) => value?.[key], from);
  const handler = find(loaded) ?? find(loaded.default);
  if (handler === undefined) {
    throw new RuntimeError('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  }
  if (typeof handler !== 'function') {
    throw new RuntimeError('Runtime.HandlerNotFound', `${name} is not a function`);
  }
  return handler;
}

async function loadModule(path) {
  const file = ['.js', '.mjs', '.cjs'].map((extension) => path + extension).find(existsSync);
  if (!file) {
    const message = `Error: Cannot find module '${basename(path)}'\nRequire stack:\n- /var/runtime/index.mjs`;
    throw new RuntimeError('Runtime.ImportModuleError', message);
  }
  try {
    return await import(pathToFileURL(realpathSync(file)).href);
  } catch (error) {
    const type = importErrorType(error);
    throw type ? new RuntimeError(type, String(error), error.stack) : error;
  }
}

function importErrorType(error) {
  if (error instanceof SyntaxError) return 'Runtime.UserCodeSyntaxError';
  const isMissing = error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND';
  return isMissing ? 'Runtime.ImportModuleError' : undefined;
}

/**
 * A handler answers by its promise or through its callback. A callback's answer is held until nothing else is left to do,
 * unless the context says otherwise; a handler that leaves nothing to do and never answers has answered null.
 */
function run(handler, event, context) {
  const { promise, resolve, reject } = Promise.withResolvers();
  let answer = () => resolve(null);
  let isAnswered = false;
  const finish = () => answer();
  const callback = (error, result) => {
    if (isAnswered) return;
    isAnswered = true;
    answer = () => (error == null ? resolve(result) : reject(error));
    if (!context.callbackWaitsForEmptyEventLoop) finish();
  };
  context.done = callback;
  context.succeed = (result) => callback(null, result);
  context.fail = (error) => callback(error ?? 'handled');

  process.removeAllListeners('beforeExit').once('beforeExit', finish);
  const returned = handler(event, context, callback);
  if (typeof returned?.then === 'function') returned.then(resolve, reject);
  return promise;
}

function createContext(headers) {
  const { env } = process;
  const deadlineMs = Number(headers['lambda-runtime-deadline-ms']);
  const parsed = (name) => (headers[name] ? JSON.parse(headers[name]) : undefined);
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: requestId,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: parsed('lambda-runtime-client-context'),
    identity: parsed('lambda-runtime-cognito-identity'),
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
  };
}

function toJson(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch (error) {
    throw new Error(`Unable to stringify response body: ${error.message}`);
  }
}

// Errors and log

/** An error of the runtime's own type; of the error that it stands for, the message and the frames. */
class RuntimeError extends Error {
  constructor(name, message, stack) {
    super(message);
    this.name = name;
    const frames = stack?.startsWith(message) ? stack.slice(message.length) : `\n${stack ?? ''}`;
    this.stack = `${name}: ${message}${frames.trimEnd()}`;
  }
}

class UnhandledPromiseRejection extends RuntimeError {
  constructor(reason) {
    super('Runtime.UnhandledPromiseRejection', String(reason), reason?.stack);
    this.reason = errorPayload(reason);
  }
}

function errorPayload(error) {
  if (typeof error?.stack !== 'string') {
    return { errorType: typeof error, errorMessage: format(error), trace: [] };
  }
  const { name, message, stack } = error;
  return {
    errorType: String(name),
    errorMessage: asOnAws(String(message)),
    trace: asOnAws(stack).split('\n').filter(isForeign),
  };
}

/** The frames of this runtime tell the author of a function nothing. */
const isForeign = (line) => !/^ +at .*\/var\/runtime\/bootstrap-node/.test(line);

/** Errors name files as they do on AWS, wherever the code and this runtime lie here. */
function asOnAws(text) {
  const codeDirectory = realpathSync(LAMBDA_TASK_ROOT);
  return text
    .replaceAll(codeDirectory, '/var/task')
    .replaceAll(LAMBDA_TASK_ROOT, '/var/task')
    .replaceAll(import.meta.dirname, '/var/runtime');
}

/** An error that nobody caught: the invocation is told, then the process ends. */
async function crash(title, error, status) {
  const payload = errorPayload(error);
  logError(title, error, payload);
  await postError(requestId ? `invocation/${requestId}/error` : 'init/error', payload);
  process.exit(status);
}

function logError(title, error, { trace, ...payload }) {
  const { name: _, ...properties } = error instanceof Error ? error : {};
  const details = { ...payload, ...properties, stack: trace };
  log('ERROR', `${title} \t${jsonOrText(details)}`);
}

function jsonOrText(value) {
  try {
    return JSON.stringify(value);
  } catch {
    // Circular, for example.
    return format('%o', value);
  }
}

const CONSOLE_LEVELS = {
  log: 'INFO',
  info: 'INFO',
  debug: 'DEBUG',
  warn: 'WARN',
  error: 'ERROR',
  trace: 'TRACE',
};

function log(level, message) {
  process.stdout.write(`${new Date().toISOString()}\t${requestId}\t${level}\t${message}\n`);
}

await main();
