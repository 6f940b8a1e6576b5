import { expect } from 'vitest'
import { readCommands } from '../../src/decide/command.ts'
import { decide } from '../../src/decide/decide.ts'
import { LevelStates } from '../../src/decide/levels.ts'
import { sentenceOn } from '../../src/decide/refusal.ts'
import type { DecidableEvent } from '../../src/decide/registry.ts'
import { whatOf } from '../words/in-english.ts'
import { opened, type Sent } from './commands.ts'

/** The id of the event that the nth command of a story becomes; 0 is the opening. */
export const event = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A ledger with these events in it, after its opening: event(1), event(2)… */
export const given = (...history: readonly Sent[]) => givenExactly(opened, ...history)

/** A ledger with these events and no others: event(0), event(1)… */
export function givenExactly(...history: readonly Sent[]) {
  const state = new LevelStates()
  if (history.length > 0) {
    const { refusals, trial } = judged(state, history, 0)
    expect(refusals).toEqual([])
    trial.keep()
  }
  return {
    /** A request as it is sent: one command, or an array. */
    when(request: Sent | readonly unknown[]) {
      const { refusals, events, trial } = judged(state, request, history.length)
      trial.takeBack()
      return {
        /** The first quote of the first event, as it is recorded. */
        recording: (quote: object) => expect(events[0]?.body.evidence?.[0]?.quote).toEqual(quote),
        recorded: () => expect(refusals).toEqual([]),
        /** Each refusal as `code pointer`, all of them, in order. */
        refused: (...wanted: readonly string[]) =>
          expect(refusals.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(wanted),
        saying: (...details: readonly string[]) =>
          expect(refusals.map(({ pointer, what }) => sentenceOn(pointer, whatOf(what)))).toEqual(
            details,
          ),
      }
    },
  }
}

function judged(state: LevelStates, request: unknown, first: number) {
  const { proposals, refusals, pointerTo } = readCommands(request)
  if (refusals.length > 0) return { refusals, events: [], trial: state.begin() }
  const events = proposals.map(
    (proposal, index) =>
      ({ ...proposal, id: proposal.id ?? event(first + index) }) as DecidableEvent,
  )
  return decide(state, events, { pointerTo })
}
