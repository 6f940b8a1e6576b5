import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { LedgerLog } from '../src/ledger/log/ledger-log.ts'
import { Writer } from '../src/ledger/writer.ts'
import { endLine, entryLine, manifestLine, manifestText } from '../src/log/bundle.ts'
import { leafHash } from '../src/log/hashes.ts'
import { readVkey } from '../src/log/note.ts'
import { Peaks } from '../src/log/peaks.ts'
import { Signer } from '../src/log/signer.ts'
import { openSigning } from '../src/signing/open-signing.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { BundleVerifier } from '../src/verify/verifier.ts'
import { ServingThread } from '../src/workers/serving-thread.ts'
import { type Generated, generate } from '../test/generator/generate.ts'
import { work } from './callers.ts'
import { type Case, perSecond } from './compare.ts'
import { inFolder } from './folder.ts'
import { sealedLedger } from './sealed-ledger.ts'

const CALLERS = 64

/** The cost of signing a write, and of verifying a bundle beside reading its JSON. */
export function* log({ events }: { readonly events: number }): Generator<Case> {
  const commands = [...generate({ seed: 1, events })]
  yield {
    name: `recorded and signed, ${CALLERS} callers`,
    unit: 'events/s',
    subject: () => record(commands, true),
    peer: { name: 'the same, not signed', run: () => record(commands, false) },
  }
  const { lines, vkey } = bundle(events)
  yield {
    name: 'a bundle verified',
    unit: 'lines/s',
    subject: () =>
      perSecond(lines.length, () => {
        const verifier = new BundleVerifier({ key: readVkey(vkey) })
        for (const line of lines) verifier.next(line)
        verifier.end()
      }),
    peer: {
      name: 'JSON.parse of its lines',
      run: () =>
        perSecond(lines.length, () => {
          for (const line of lines) JSON.parse(line)
        }),
    },
  }
}

async function record(commands: readonly Generated[], isSigned: boolean): Promise<number> {
  return inFolder(async (folder) => {
    const data = join(folder, 'data')
    const store = await openSqliteStore(data)
    const signing = await openSigning({
      data,
      seedFile: '',
      nextSeedFile: '',
      formerSeedFiles: [],
      isShared: false,
    })
    const thread = new ServingThread()
    const ledgerLog = isSigned ? new LedgerLog('bench', { store, thread, signing }) : undefined
    const origin = (ledger: string) => `bench.example/n/${ledger}`
    const { requests } = signing
    const means = { store, thread, clock: Date.now, random: randomBytes, origin, requests }
    const writer = new Writer('bench', { ...means, log: ledgerLog })
    const rate = await perSecond(commands.length, () =>
      work(commands, CALLERS, ({ command }) => writer.write({ commands: command, actor: 'bench' })),
    )
    await writer.close()
    await store.close()
    await signing.close()
    return rate
  })
}

function bundle(events: number) {
  const origin = 'bench.example/n/bench'
  const signer = new Signer(origin, Buffer.alloc(32, 1))
  const sealed = sealedLedger(1, events)
  const peaks = new Peaks()
  for (const { header } of sealed) peaks.add(leafHash(header))
  const checkpoint = signer.checkpoint({ origin, size: events, root: peaks.root })
  const first = manifestLine({ origin, size: events, level: 'public', signedFrom: 0 })
  const manifest = signer.sign(manifestText(first)).toString('base64')
  const last = endLine({ checkpoint, manifest })
  return { lines: [first, ...sealed.map(entryLine), last], vkey: signer.vkey }
}
