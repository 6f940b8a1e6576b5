import type { Command } from 'commander'
import { compareCheckpoints, verify } from '../verify/commands.ts'
import { Usage } from '../verify/given.ts'
import { printable, type Report } from '../verify/report.ts'
import { type AddCommand, ioFor, type Surroundings } from './command.ts'
import { EXIT, Failure } from './failure.ts'

interface VerifyOptions {
  readonly key: string
  readonly checkpoint: string[]
  readonly policy?: string
}

const KEY = [
  '--key <vkey>',
  'the key of the log, or a file with it: from its operator, not from here',
] as const

/** `ledger verify <bundle>`: what of it is proven and what is not, offline. */
export const addVerify: AddCommand = (program, surroundings) => {
  const command = program
    .command('verify')
    .description('verify a bundle or a receipt offline: 0 proven, 1 tampering, 3 weaker than asked')
    .argument('<file>', 'bundle or receipt')
    .requiredOption(...KEY)
    .option(
      '--checkpoint <file>',
      'one that you kept, which it must continue; as often as needed',
      gathered,
      [],
    )
    .option('--policy <file>', 'witnesses whose quorum is asked for (C2SP tlog-policy)')
  command.action(async (file: string) => {
    const { key, checkpoint: checkpoints, policy } = command.opts<VerifyOptions>()
    tell(
      await calledRightly(() => verify(file, { key, checkpoints, policy })),
      command,
      surroundings,
    )
  })
}

interface CompareOptions {
  readonly key: string[]
  readonly proof?: string
}

/** `ledger compare <checkpoint> <checkpoint>`: if the one continues the other. */
export const addCompare: AddCommand = (program, surroundings) => {
  const command = program
    .command('compare')
    .description('compare two checkpoints of a log that were kept at different times, offline')
    .argument('<older>', 'file of a checkpoint')
    .argument('<newer>', 'file of a checkpoint')
    .requiredOption(
      KEY[0],
      `${KEY[1]}; one more for each rotation of the key between`,
      (key: string, before?: string[]) => gathered(key, before ?? []),
    )
    .option('--proof <file>', 'the consistency proof between them, where their sizes differ')
  command.action(async (older: string, newer: string) => {
    const { key: keys, proof } = command.opts<CompareOptions>()
    tell(
      await calledRightly(() => compareCheckpoints(older, newer, { keys, proof })),
      command,
      surroundings,
    )
  })
}

function gathered(value: string, before: string[]): string[] {
  return [...before, value]
}

/** Tells a wrong call as every command does. */
export async function calledRightly<R extends Report>(work: () => R | Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Usage) throw new Failure(error.message, { exit: EXIT.usage })
    throw error
  }
}

function tell(report: Report, command: Command, surroundings: Surroundings): void {
  const { exit } = report
  const lines = report.lines.map(printable)
  const io = ioFor(command, surroundings)
  if (io.format === 'json') io.print(JSON.stringify({ exit, lines }, null, io.indent))
  else io.print(lines.join('\n'))
  if (exit === 1) throw new Failure('It is not what was signed.')
  if (exit === 3)
    throw new Failure('It is intact, but weaker than you asked.', { exit: EXIT.unverified })
}
