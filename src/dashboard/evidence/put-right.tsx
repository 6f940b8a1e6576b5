import type { LedgerEvent } from '../../../events/registry.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { type Said, saidBy } from '../words/said.ts'
import { differencesBetween } from './differences.ts'

/** What one correction changed in what it corrects, the old beside the new, and why. */
export function PutRight({ correction }: { correction: LedgerEvent }) {
  const { note, target } = correction.body as { note?: string; target: string }
  const names = useNames()
  const corrected = useReading('entry', { id: target })?.event
  const [before, after] = [corrected?.id === target && saidBy(corrected), saidBy(correction)]
  const differences =
    before && after ? differencesBetween(membersOf(before), membersOf(after), names) : []
  return (
    <>
      {note !== undefined && <p dir="auto">{note}</p>}
      {differences.length > 0 && (
        <dl class="differences">
          {differences.map(({ what, before, after }) => [
            <dt key={what}>{what}</dt>,
            <dd key={`${what} value`}>
              {before !== '' && (
                <del>
                  <span class="visually-hidden">before: </span>
                  {before}
                </del>
              )}
              {before !== '' && after !== '' && ' → '}
              {after !== '' && (
                <ins>
                  <span class="visually-hidden">now: </span>
                  {after}
                </ins>
              )}
            </dd>,
          ])}
        </dl>
      )}
    </>
  )
}

function membersOf({ type, body, occurred }: Said): object {
  return { type, happened: occurred, ...body }
}
