import { pino } from 'pino';
import { readable } from './readable-log.ts';

/**
 * Structured log lines on standard error: JSON, one object a line, or text for people. Never receives bodies, keys or
 * secrets.
 */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export type LogFormat = 'text' | 'json';

const STANDARD_ERROR = 2;

export function createLog(level: LogLevel, format: LogFormat = 'json'): Log {
  const lines = pino.destination({ dest: STANDARD_ERROR, sync: true });
  if (format === 'json') return pino({ level, base: null }, lines);
  const text = { write: (line: string) => void lines.write(readable(line)) };
  return pino({ level, base: null }, text);
}
