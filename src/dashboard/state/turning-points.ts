import { effect, signal } from '@preact/signals'
import type { ShownFact } from '../../../projections/time/shown-fact.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { Ledger } from '../data/ledger.ts'
import { head, ledger } from './ledger.ts'

/** A meeting that took place, or a revision of a draft: something to reckon time from. */
export interface TurningPoint {
  readonly kind: 'meeting' | 'revision'
  readonly title: string
  readonly fact: ShownFact
}

/** Those of the ledger that is shown, as it knows them now, in the order in which they were recorded. */
export const turningPoints = signal<readonly TurningPoint[]>([])

/** Keeps the turning points, from when they are first asked for. */
export function followTurningPoints(): () => void {
  return effect(() => {
    const [shown, revision] = [ledger.value, head.value]
    turningPoints.value = []
    if (shown === undefined || revision < 0) return
    let isWanted = true
    readTurningPoints(shown, { revision, validTime: Date.now() }).then(
      (points) => {
        if (isWanted) turningPoints.value = points
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  })
}

async function readTurningPoints(shown: Ledger, at: AsOf): Promise<TurningPoint[]> {
  const meetings = (await shown.read('meetings', {}, at))?.meetings ?? []
  const drafts = (await shown.read('drafts', {}, at))?.drafts ?? []
  const asked = drafts.map(({ draft }) => shown.read('draft', { draft }, at))
  const points = [
    ...meetings.flatMap(({ title, tookPlaceFact: fact }) =>
      fact === null ? [] : [{ kind: 'meeting', title, fact } as const],
    ),
    ...(await Promise.all(asked)).flatMap((draft) =>
      (draft?.revisions ?? []).map(
        ({ title, draftRevision: revision, fact }) =>
          ({ kind: 'revision', title: title ?? revision, fact }) as const,
      ),
    ),
  ]
  return points.sort((a, b) => a.fact.entry - b.fact.entry)
}
