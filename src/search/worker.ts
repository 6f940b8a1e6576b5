import { parentPort, workerData } from 'node:worker_threads'
import { isCorrupt } from '../store/sqlite-codes.ts'
import { LevelIndexes } from './index/level-indexes.ts'
import { SearchIndex } from './index/search-index.ts'
import type { CallName, Calls, ThreadCall, ThreadReply } from './messages.ts'

/** The thread that has the index: what it does there holds up neither writes nor other reads. */
let index: SearchIndex | undefined
const above = new LevelIndexes()

function opened(): SearchIndex {
  index ??= SearchIndex.open((workerData as { file: string }).file)
  return index
}

const answers: { [N in CallName]: (given: Calls[N]['given']) => Calls[N]['answer'] } = {
  last: () => opened().last(),
  add: ({ after, events }) => {
    const held = opened().last()?.position
    if (held !== after) throw new Error(`the index is at ${held}, not at ${after}`)
    return opened()
      .add(events)
      .map(({ ledger, damage }) => ({ ledger, damage }))
  },
  rewrite: (part) => void opened().rewrite(part),
  writeAbove: (given) => void above.write(given),
  dropAbove: (sight) => void above.drop(sight),
  leveled: (ask) => opened().leveled(ask),
  find: ({ ask, sights }) => above.find(opened(), ask, sights),
  names: () => opened().names(),
  catalogue: (ask) => opened().catalogue(ask),
  reset: () => void opened().reset(),
  close: () => {
    above.close()
    index?.close()
    index = undefined
  },
}

function reply({ id, name, given }: ThreadCall): ThreadReply {
  try {
    return { id, answer: answers[name](given as never) }
  } catch (error) {
    const damaged = isCorrupt(error)
    if (damaged) startOver()
    return { id, failure: (error as Error).message, startedOver: damaged }
  }
}

/** Empties the index; if even that fails, the next call opens it again. */
function startOver(): void {
  try {
    index?.reset()
  } catch {
    index = undefined
  }
}

parentPort?.on('message', (call: ThreadCall) => parentPort?.postMessage(reply(call)))
