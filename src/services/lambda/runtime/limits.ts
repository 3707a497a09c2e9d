/** Every bound of the execution environment. Quotas of AWS: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */

/** Init phase: loading the code, before the first event. */
export const INIT_MS_MAX = 10_000;

/** What a function may answer, in bytes, as measured on AWS (6 MB and a little). */
export const RESPONSE_BYTES_MAX = 6_291_556;

/** Open files of one process. */
export const OPEN_FILES_MAX = 1024;

/** What an invocation returns of its log with `LogType: Tail`. */
export const LOG_TAIL_BYTES = 4096;

/** Characters of output kept in memory for one invocation: the latest ones. */
export const LOG_KEPT_CHARS_MAX = 256 * 1024;

/** Characters of output handed to `onLog` for one invocation; the rest is dropped, and a line says so. */
export const LOG_FORWARDED_CHARS_MAX = 4 * 1024 * 1024;

/** A longer line is split, as CloudWatch Logs splits events above 256 KB. */
export const LOG_LINE_CHARS_MAX = 256 * 1024;

/** Invocations that may wait for a free environment, over all functions. */
export const WAITING_INVOCATIONS_MAX = 1000;

/** Environments at one time, over all functions: what a laptop bears. AWS: 1000 an account. */
export const ENVIRONMENTS_MAX = 64;

/** Share of the environments that only functions without a busy one may have. */
export const RESERVED_SHARE = 0.25;

/** An environment that served nobody for so long is ended. AWS names no figure; minutes are what is seen. */
export const IDLE_MS_MAX = 5 * 60_000;

/** How often the memory of a busy environment is read. */
export const MEMORY_POLL_MS = 100;

/** Processes of one environment that are looked at for its memory (AWS allows as many). */
export const PROCESSES_MAX = 1024;

/** Share of the memory size that V8 may fill with old objects; the rest is for buffers, code and stacks. */
export const NODE_OLD_SPACE_SHARE = 0.9;

/** How long an answered invocation waits for the runtime to ask for the next event, so that the next caller finds it warm. */
export const SETTLE_MS_MAX = 50;

/** Looking up the machine's Python. */
export const PYTHON_LOOKUP_MS_MAX = 10_000;
