/** One published revision of a function, code and configuration: all that is needed to run it. Never changes. */
export interface FunctionSpec {
  /** ARN without a qualifier: reserved concurrency counts by it. */
  readonly arn: string;
  /** ARN with the version, `...:$LATEST` or `...:7`. */
  readonly qualifiedArn: string;
  readonly name: string;
  readonly version: string;
  /** `python3.12`, `nodejs22.x`, `provided.al2023`. */
  readonly runtime: string;
  /** Only shown, in the log. */
  readonly runtimeVersionArn: string;
  readonly handler: string;
  /** The unpacked deployment package. Read only, by convention: every environment of the revision shares it. */
  readonly codeDirectory: string;
  /** Unpacked layers, in the order of the configuration: where two hold the same file, the later one wins. */
  readonly layerDirectories: readonly string[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly ephemeralStorageMb: number;
  /** The function's own variables. Reserved names in it are overwritten. */
  readonly environment: Readonly<Record<string, string>>;
  readonly region: string;
  /** Changes with every change of code or configuration: warm environments are shared by revision. */
  readonly revision: string;
  readonly logGroup: string;
}

export interface Invocation {
  readonly requestId: string;
  /** The event, JSON in UTF-8. */
  readonly payload: Uint8Array;
  /** As the caller named the function, alias included. */
  readonly invokedFunctionArn: string;
  /** `X-Amzn-Trace-Id` of the caller. */
  readonly traceHeader?: string | undefined;
  /** The decoded `X-Amz-Client-Context`: JSON text. */
  readonly clientContext?: string | undefined;
}

/** The function's own credentials, those of its execution role. */
export interface FunctionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** A process is started anew rather than handed an event that it could no longer finish with these. */
  readonly expiresAtMs?: number | undefined;
}

export interface InvokeOutcome {
  /** What the function returned, or the error payload. */
  readonly payload: Uint8Array;
  readonly functionError?: 'Unhandled' | undefined;
  readonly timedOut: boolean;
  /** The log of this invocation, its cold start in front, up to `REPORT`; of much output only the end. */
  readonly log: string;
  /** Its last 4 KB, from `START` on, which `X-Amz-Log-Result` carries in base64. */
  readonly logTail: Uint8Array;
  readonly logStream: string;
  readonly durationMs: number;
  /** Cold starts only. */
  readonly initMs?: number | undefined;
  readonly memoryUsedMb: number;
}

/** One line of a function's log, on its way to the log group. */
export interface LogLine {
  readonly logStream: string;
  readonly timeMs: number;
  readonly message: string;
  /** Missing outside of an invocation. */
  readonly requestId?: string | undefined;
}
