import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { access } from './access.ts'
import { append } from './append.ts'
import { asOf } from './as-of.ts'
import { benchPairs, type Case, type Result } from './compare.ts'
import { benchDraft } from './draft.ts'
import type { Figures } from './figures.ts'
import { kurrentdb } from './kurrentdb.ts'
import { benchLog } from './log.ts'
import { post } from './post.ts'
import { benchRead } from './read.ts'
import { benchReplay } from './replay.ts'
import { benchSearch } from './search.ts'
import { store } from './store.ts'
import { verify } from './verify.ts'

type Bench = (options: { readonly events: number }) => Iterable<Case> | AsyncIterable<Case>

const benches: Readonly<Record<string, Bench>> = {
  access,
  append,
  post,
  store,
  log: benchLog,
  replay: benchReplay,
  'as-of': asOf,
  draft: benchDraft,
  search: benchSearch,
  read: benchRead,
  verify,
  kurrentdb,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    events: { type: 'string', default: '20000' },
    out: { type: 'string' },
  },
})
const rounds = count('rounds', values.rounds)
const events = count('events', values.events)

const results = []
for (const name of positionals.length === 0 ? Object.keys(benches) : positionals) {
  const bench = benches[name]
  if (bench === undefined) {
    throw new Error(`there is no bench ${name}: choose from ${Object.keys(benches).join(', ')}`)
  }
  for await (const one of bench({ events })) {
    const result = await benchPairs(one, rounds)
    process.stderr.write(`${name}, ${summary(result)}\n`)
    results.push({ bench: name, ...result })
  }
}

const machine = { node: process.version, platform: process.platform, processors: cpus().length }
const report = `${JSON.stringify({ machine, rounds, events, results }, undefined, 2)}\n`
if (values.out === undefined) process.stdout.write(report)
else writeFileSync(values.out, report)

function count(option: string, given: string): number {
  const number = Number(given)
  if (Number.isInteger(number) && number >= 1) return number
  throw new Error(`--${option} takes a number from 1 on, not ${given}`)
}

function summary({ name, unit, subject, peer, ratio }: Result): string {
  const told = ({ min, median, max }: Figures) => `${median} [${min} to ${max}]`
  return `${name}: ${told(subject)} ${unit}; ${peer.name}: ${told(peer)}; ratio ${told(ratio)}`
}
