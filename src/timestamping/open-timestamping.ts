import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigurationInvalid } from '../settings/config.ts'
import { KeptTimestamps } from './kept-timestamps.ts'
import { Timestamping, type TimestampingMeans } from './timestamping.ts'

/**
 * Timestamps from the authority that is configured, kept in the data folder. Those that are kept are
 * served without an authority too; undefined if there is neither.
 *
 * @throws {ConfigurationInvalid} they cannot be kept.
 */
export function openTimestamping(
  { data, timestamps: { authority, everyMs } }: Pick<Config, 'data' | 'timestamps'>,
  report: TimestampingMeans['report'],
): Timestamping | undefined {
  const file = join(data, 'timestamps.sqlite')
  if (authority === '' && !existsSync(file)) return undefined
  try {
    return new Timestamping({ authority, everyMs, report, kept: new KeptTimestamps(file) })
  } catch (error) {
    throw new ConfigurationInvalid([`${file} cannot be used: ${(error as Error).message}`])
  }
}
