import type { Command } from 'commander'
import type { OpenStore } from '../serve.ts'
import type { ApiClient } from './client.ts'
import { type FromIndex, tellIndexed, untilIndexed } from './indexed.ts'
import { onTarget, type TargetOptions } from './target.ts'
import { type Io, ioOf, type OutputOptions, outputLanguage, type Streams } from './terminal/io.ts'

export type GlobalOptions = OutputOptions & TargetOptions

/** Means that a command is given by the process that runs it. */
export interface Surroundings extends Streams {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly openStore: OpenStore
}

/** Adds a command to the program. */
export type AddCommand = (program: Command, surroundings: Surroundings) => void

/** Output of a command for people or programs, by the options that all commands share. */
export function ioFor(command: Command, surroundings: Surroundings): Io {
  return ioOf(command.optsWithGlobals<GlobalOptions>(), surroundings, surroundings.environment)
}

/** Does what a command does, against the ledgers that its options name. */
export function withClient<Result>(
  command: Command,
  { environment, openStore }: Surroundings,
  work: (client: ApiClient) => Promise<Result>,
): Promise<Result> {
  const { url, data, ...output } = command.optsWithGlobals<GlobalOptions>()
  const target = { ...(url && { url }), ...(data && { data }) }
  return onTarget(target, environment, openStore, (client) => {
    client.language = outputLanguage(output, environment)
    return work(client)
  })
}

/**
 * Reads from the index over all negotiations: of a data folder once it is complete, for it is built
 * while a service runs; of a service as it is. Says where it lacks something.
 */
export async function readIndexed<Reply extends FromIndex>(
  command: Command,
  surroundings: Surroundings,
  io: Io,
  read: (client: ApiClient) => Promise<Reply>,
): Promise<Reply> {
  const { data } = command.optsWithGlobals<GlobalOptions>()
  const reply = await withClient(command, surroundings, async (client) => {
    if (data) await untilIndexed(client, io)
    return read(client)
  })
  tellIndexed(reply, io)
  return reply
}
