import { access } from './access.ts'
import { append } from './append.ts'
import { asOf } from './as-of.ts'
import type { Case, Skipped } from './compare.ts'
import { benchDraft } from './draft.ts'
import { exporting } from './export.ts'
import { kurrentdb } from './kurrentdb.ts'
import { latency } from './latency.ts'
import { benchLog } from './log.ts'
import { manyLedgers } from './many-ledgers.ts'
import { memory } from './memory.ts'
import { peers } from './peers.ts'
import { post } from './post.ts'
import { benchRead } from './read.ts'
import { reads } from './reads.ts'
import { fold, loading } from './replay.ts'
import { benchSearch } from './search.ts'
import type { Sized } from './sized.ts'
import { stalls } from './stalls.ts'
import { startUp } from './start-up.ts'
import { store } from './store.ts'
import { streams } from './streams.ts'
import { verify } from './verify.ts'

type Row = (sizes: Sized) => Iterable<Case | Skipped> | AsyncIterable<Case | Skipped>

/** Every row by its name: those that have goals in the order of docs/performance.md, then the others. */
export const rows: Readonly<Record<string, Row>> = {
  post,
  peers,
  latency,
  fold,
  load: loading,
  memory,
  start: startUp,
  reads,
  ledgers: manyLedgers,
  streams,
  export: exporting,
  stalls,
  search: benchSearch,
  kurrentdb,
  verify,
  log: benchLog,
  append,
  store,
  access,
  'as-of': asOf,
  draft: benchDraft,
  read: benchRead,
}
