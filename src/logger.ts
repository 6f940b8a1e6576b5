import { type Logger, pino } from 'pino'

/** The part of the log that may wait to be written, in bytes. The rest is dropped. */
const MAX_WAITING_BYTES = 1024 * 1024

/**
 * The log on stdout, a JSON line an entry. Where it cannot be written, into a file on a full disk
 * say, it has a gap, and the service goes on.
 */
export function openLog(level: string): Logger {
  const stdout = pino.destination({ dest: 1, maxLength: MAX_WAITING_BYTES })
  stdout.on('error', () => undefined)
  return pino({ level }, stdout)
}
