import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readVkey } from '../../src/log/note.ts'
import { replayBundle } from '../../src/replay/replay.ts'
import { generate } from '../generator/generate.ts'
import { type Client, replay, started } from '../http/running.ts'

/** The bundle of a negotiation as a file, and the key of its log. */
export async function fetched(service: Client, negotiation: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-replay-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const log = `/v1/negotiations/${negotiation}/log`
  const file = join(folder, 'talks.bundle')
  writeFileSync(file, (await service.get(`${log}/export`)).body)
  return { file, folder, vkey: (await service.get(`${log}/vkey`)).body.trim() as string }
}

/** What the service answers at a revision, and what follows from a bundle up to there. */
export async function bothAt(service: Client, negotiation: string, revision: number, file: string) {
  const path = `/v1/negotiations/${negotiation}/projections/digests?revision=${revision}`
  const { asOf, ...served } = (await service.get(path)).body
  const { digests } = await replayBundle(file, { key: undefined, revision })
  const { revision: at, validTime, ...replayed } = digests
  return [
    { ...served, revision: asOf.revision, validTime: asOf.validTime },
    { ...replayed, revision: at, validTime },
  ]
}

/** What is compared. */
interface Extent {
  /** Every so many revisions of the example. */
  readonly step: number
  /** Random ledgers, and the revisions of each. */
  readonly ledgers: number
  readonly revisions: number
}

/** Events of a random ledger. */
const EVENTS = 160

/** The service and the replay of its bundles say the same, whatever keeps the events. */
export function sameDigests(
  environment: Readonly<Record<string, string>>,
  { step, ledgers, revisions }: Extent = { step: 5, ledgers: 2, revisions: 5 },
): void {
  describe('the digests of what the service shows are those of a replay of its log', () => {
    it(`at revisions of the example, every ${step}`, async () => {
      const service = await started(environment)
      const talks = `peace-${randomUUID()}`
      await replay(service, talks)
      const { file, vkey } = await fetched(service, talks)
      const { findings, manifest } = await replayBundle(file, {
        key: readVkey(vkey),
        revision: undefined,
      })
      expect(findings?.head.size).toBe(manifest.size)
      const seen = new Set<string>()
      for (let revision = 0; revision < manifest.size; revision += step) {
        const [served, replayed] = await bothAt(service, talks, revision, file)
        expect(replayed).toEqual(served)
        seen.add(served?.digest)
      }
      expect(seen.size).toBe(Math.ceil(manifest.size / step))
    })

    it('at random revisions of random ledgers', async () => {
      const service = await started(environment)
      for (let n = 0; n < ledgers; n++) {
        const talks = `random-${n}-${randomUUID()}`
        const recorded = [...generate({ seed: 1000 + n, events: EVENTS })]
        service.clock = Date.parse(recorded.at(-1)?.recordedAt as string)
        const commands = recorded.map(({ command }) => command)
        const { status, body } = await service.post(talks, commands)
        expect(status, JSON.stringify(body)).toBe(201)
        service.clock = undefined
        const { file } = await fetched(service, talks)
        for (let i = 0; i < revisions; i++) {
          // Spread over the ledger by a step that has no common factor with its size.
          const revision = (37 * (i * ledgers + n) + 11) % EVENTS
          const [served, replayed] = await bothAt(service, talks, revision, file)
          expect(replayed, `${talks} at ${revision}`).toEqual(served)
        }
      }
    })
  })
}
