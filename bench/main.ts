import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchPairs, isMet, type Result } from './compare.ts'
import { rows } from './rows.ts'
import { skippedLine, spread, tableOf } from './table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    out: {
      type: 'string',
      default: join(import.meta.dirname, '../node_modules/.cache/bench.json'),
    },
  },
})
if (values.help) {
  process.stdout.write(
    `npm run bench -- [ROW…] [--full] [--rounds 5] [--out FILE]\n\nRows: ${Object.keys(rows).join(', ')}.\ndocs/bench.md says what each measures.\n`,
  )
  process.exit()
}
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  throw new Error(`--rounds takes a number from 1 on, not ${values.rounds}`)
}
const share = values.full ? 1 : 0.1
const sized = (full: number) => Math.max(1, Math.ceil(full * share))

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

const results: (Result & { readonly row: string; readonly isMet: boolean | undefined })[] = []
const skipped: { readonly row: string; readonly name: string; readonly skipped: string }[] = []
for (const row of positionals.length === 0 ? Object.keys(rows) : positionals) {
  const cases = rows[row]
  if (cases === undefined) {
    throw new Error(`there is no row ${row}: choose from ${Object.keys(rows).join(', ')}`)
  }
  for await (const one of cases({ sized })) {
    process.stderr.write(`${row}: ${one.name}\n`)
    if ('skipped' in one) skipped.push({ row, ...one })
    else {
      for (const result of await benchPairs(one, rounds)) {
        results.push({ row, ...result, isMet: isMet(result) })
        process.stderr.write(`  ${result.unit}: ${spread(result.ratio)}\n`)
      }
    }
  }
}

const [{ model } = { model: 'unknown' }, { length: processors }] = [cpus()[0], cpus()]
const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
const machine = { node: process.version, platform: process.platform, model, processors, memory }
mkdirSync(dirname(values.out), { recursive: true })
const report = { machine, rounds, share, results, skipped }
writeFileSync(values.out, `${JSON.stringify(report, undefined, 2)}\n`)
process.stdout.write(
  `${tableOf(results)}\n${skipped.map(skippedLine).join('')}JSON: ${values.out}\n`,
)
