import { parseArgs } from 'node:util'
import { Usage } from '../verify/given.ts'
import { runProgram } from '../verify/program.ts'
import { replayCommand } from './command.ts'

const HELP = `Folds what a diplomacy ledger exported, offline, and digests what its views then say.

  node ledger-replay.mjs <bundle>
      [--key <vkey>]       the key of the log, or a file with it: also verify that the bundle is what this key signed
      [--revision <n>]     fold the entries up to this one; by default all
      [--against <file>]   compare with what the service answers at …/projections/digests
      [--json]             the digests as JSON

Ends with 0: as asked; 1: tampering found, or the service shows something else;
2: called wrongly; 3: intact, but it cannot be folded or compared.
`

/** Runs the replay as a program of its own. */
process.exitCode = await runProgram(HELP, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      revision: { type: 'string' },
      against: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const { key, revision, against, json, help } = values
  if (help) return { lines: HELP.split('\n'), exit: 0 }
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new Usage('Name one bundle.')
  const { lines, exit, digests } = await replayCommand(file, { key, revision, against })
  return { lines: json && digests ? [JSON.stringify(digests)] : lines, exit }
})
