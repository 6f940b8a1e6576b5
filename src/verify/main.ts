import { parseArgs } from 'node:util'
import { compareCheckpoints, verify } from './commands.ts'
import { Usage } from './given.ts'
import { runProgram } from './program.ts'

const HELP = `Verifies what a diplomacy ledger exported, offline.

  node ledger-verify.mjs <bundle or receipt> --key <vkey or its file>
      [--checkpoint <file>]...   one that you kept: the bundle must continue it
      [--policy <file>]          witnesses whose quorum is asked for (C2SP tlog-policy)
  node ledger-verify.mjs compare <checkpoint> <checkpoint> --key <vkey or its file>...
      [--proof <file>]           the consistency proof between them, where sizes differ

Ends with 0: proven; 1: tampering found; 2: called wrongly; 3: intact, but weaker than asked.
The key must come from the operator by another way than the bundle.
`

/** Runs the verifier as a program of its own. */
process.exitCode = await runProgram(HELP, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true, default: [] },
      checkpoint: { type: 'string', multiple: true, default: [] },
      policy: { type: 'string' },
      proof: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const { key: keys, checkpoint: checkpoints, policy, proof } = values
  if (values.help) return { lines: HELP.split('\n'), exit: 0 }
  const [key] = keys
  if (key === undefined)
    throw new Usage('--key is needed: nothing in a bundle vouches for its key.')
  const [first, ...rest] = positionals
  if (first === 'compare' && rest.length === 2) {
    return compareCheckpoints(rest[0] as string, rest[1] as string, { keys, proof })
  }
  if (first === undefined || rest.length > 0) throw new Usage('Name one bundle or receipt.')
  if (keys.length > 1) throw new Usage('One --key: a bundle is followed from key to key.')
  return verify(first, { key, checkpoints, policy })
})
