import { effect, signal } from '@preact/signals'
import { getJson, postJson } from '../data/api.ts'
import { isSenderKnown, sender } from './access.ts'
import { head, ledger } from './ledger.ts'
import { isNow } from './moment.ts'

/** The time for which "now" must be looked at before it counts as looked at. */
const LOOK = 5000

/** Changes when what is known of looks does. */
const known = signal(0)

/** True of a person, whose looks the service keeps; those of all others are the browser's. */
function isPerson(): boolean {
  const via = sender.value?.via
  return via !== undefined && via !== 'open'
}

/** The name under which a visit keeps the look before it. */
function nameOf(negotiation: string): string {
  const who = sender.value
  return who?.authentication === 'required' ? `${who.principal}:${negotiation}` : negotiation
}

/** The head when this reader last looked, before this visit; undefined on the first. */
export function lastLook(negotiation: string): number | undefined {
  if (known.value < 0) return undefined
  const before = sessionStorage.getItem(`before:${nameOf(negotiation)}`)
  return before === null || before === '' ? undefined : Number(before)
}

/** Keeps how far this reader has seen each ledger: with the service, or on this machine. */
export function rememberLooks(): void {
  effect(() => {
    const shown = ledger.value
    const seen = head.value
    if (shown === undefined || seen < 0 || !isNow.value || !isSenderKnown.value) return
    const { negotiation } = shown
    const [keep, earlier] = isPerson() ? withService(negotiation) : here(nameOf(negotiation))
    const visit = `before:${nameOf(negotiation)}`
    // Read before anything is kept: the look of this visit is not the one before it.
    const read =
      sessionStorage.getItem(visit) === null
        ? earlier().then((looked) => {
            sessionStorage.setItem(visit, looked === null ? '' : String(looked))
            known.value = known.peek() + 1
          })
        : Promise.resolve()
    const timer = setTimeout(() => void read.then(() => keep(seen)).catch(() => undefined), LOOK)
    read.catch(() => undefined)
    return () => clearTimeout(timer)
  })
}

type Looks = readonly [
  keep: (revision: number) => Promise<unknown>,
  earlier: () => Promise<number | null>,
]

function withService(negotiation: string): Looks {
  const path = `/v1/negotiations/${negotiation}/last-look`
  return [
    (revision) => postJson(path, { revision }),
    async () => (await getJson<{ readonly revision: number | null }>(path)).revision,
  ]
}

function here(name: string): Looks {
  const place = `look:${name}`
  return [
    async (revision) => localStorage.setItem(place, String(revision)),
    async () => {
      const looked = localStorage.getItem(place)
      return looked === null ? null : Number(looked)
    },
  ]
}
