import { type Command, Option } from 'commander'
import type { QueryMembers } from './client.ts'

/** Echoes the moment, as every as-of reply does. */
export interface ShownMoment {
  readonly revision: number
  readonly transactionTime: string
  readonly validTime: string
}

export interface MomentOptions {
  readonly revision?: string
  readonly transactionTime?: string
  readonly validTime?: string
}

/** Adds the options that say as of when, on both axes. */
export function addMomentOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-r, --revision <n>', 'as known after event n').conflicts('transactionTime'),
    )
    .option('-t, --transaction-time <time>', 'as known at this time')
    .option(
      '-v, --valid-time <time>',
      'as it was in the world at this time, such as 2025-12-01T00:00Z',
    )
}

export function momentQuery({ revision, transactionTime, validTime }: MomentOptions): QueryMembers {
  return { revision, transactionTime, validTime }
}

/** That moment as parameters that name it exactly, for another read of the same. */
export function sameMoment({ revision, validTime }: ShownMoment): QueryMembers {
  return { revision, validTime }
}

/** A moment on both axes, for a person. */
export function tellMoment({ revision, transactionTime, validTime }: ShownMoment): string {
  const [known, was] = [toMinute(transactionTime), toMinute(validTime)]
  const after = revision < 0 ? 'before the first entry' : `after revision ${revision}`
  return `known ${after} (${known}), as it was at ${was}.`
}

/** A time without what nobody reads. */
export function toMinute(time: string): string {
  return time.replace(/:\d\d(\.\d+)?Z$/, 'Z').replace('T', ' ')
}
