import { EXAMPLES } from './negotiations.ts'

/**
 * Writes an example to stdout in the form that `ledger import` takes, a command a line:
 * `node bin/run.js examples/write.ts maruvel`.
 */
const [name = ''] = process.argv.slice(2)
const requests = EXAMPLES[name]
if (requests === undefined) {
  process.stderr.write(`Name an example: ${Object.keys(EXAMPLES).join(' or ')}.\n`)
  process.exitCode = 2
} else {
  const commands = requests().flatMap(({ commands }) => commands)
  process.stdout.write(commands.map((command) => `${JSON.stringify(command)}\n`).join(''))
}
