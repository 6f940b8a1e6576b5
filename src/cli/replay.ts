import { replayCommand } from '../replay/command.ts'
import { printable } from '../verify/report.ts'
import { type AddCommand, ioFor } from './command.ts'
import { EXIT, Failure } from './failure.ts'
import { calledRightly } from './verify.ts'

interface ReplayOptions {
  readonly key?: string
  readonly revision?: string
  readonly against?: string
}

/** Adds `ledger replay <bundle>`: digests of what the views make of its entries, offline. */
export const addReplay: AddCommand = (program, surroundings) => {
  const command = program
    .command('replay')
    .description('fold a bundle as the service does, offline, and digest what its views then say')
    .argument('<bundle>', 'its file')
    .option('--key <vkey>', 'the key of the log, or a file with it: also verify the bundle')
    .option('--revision <n>', 'fold the entries up to this one; by default all')
    .option('--against <file>', 'compare with what the service answers at …/projections/digests')
  command.action(async (file: string) => {
    const io = ioFor(command, surroundings)
    const { key, revision, against } = command.opts<ReplayOptions>()
    const replayed = await calledRightly(() => replayCommand(file, { key, revision, against }))
    const { exit, digests } = replayed
    const lines = replayed.lines.map(printable)
    if (io.format === 'json') io.print(JSON.stringify({ exit, lines, digests }, null, io.indent))
    else io.print(lines.join('\n'))
    if (exit === 1) throw new Failure('The entries or what the service shows are not as they were.')
    if (exit === 3) {
      throw new Failure('It cannot be folded or compared.', { exit: EXIT.unverified })
    }
  })
}
