import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { append } from './append.ts'
import { type Case, compare, type Result } from './compare.ts'
import type { Figures } from './figures.ts'
import { store } from './store.ts'

const benches: Readonly<Record<string, () => Iterable<Case>>> = { append, store }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    out: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1 on')

const results = []
for (const name of positionals.length === 0 ? Object.keys(benches) : positionals) {
  const bench = benches[name]
  if (bench === undefined) {
    throw new Error(`there is no bench ${name}: choose from ${Object.keys(benches).join(', ')}`)
  }
  for (const one of bench()) {
    const result = await compare(one, rounds)
    process.stderr.write(`${name}, ${summary(result)}\n`)
    results.push({ bench: name, ...result })
  }
}

const machine = { node: process.version, platform: process.platform, processors: cpus().length }
const report = `${JSON.stringify({ machine, rounds, results }, undefined, 2)}\n`
if (values.out === undefined) process.stdout.write(report)
else writeFileSync(values.out, report)

function summary({ name, unit, subject, peer, ratio }: Result): string {
  const told = ({ min, median, max }: Figures) => `${median} [${min} to ${max}]`
  return `${name}: ${told(subject)} ${unit}; ${peer.name}: ${told(peer)}; ratio ${told(ratio)}`
}
