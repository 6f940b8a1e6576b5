import { Command } from '../../events/registry.ts'
import { readCommands } from './command.ts'
import { decide } from './decide.ts'
import type { Named } from './registry.ts'
import type { Circumstances, Decidable, Decisions, Rules, Verdict } from './rules.ts'
import { DecisionState } from './state.ts'

class NegotiationDecisions extends DecisionState implements Decisions {
  decide(events: readonly Decidable[], { pointerTo, parties }: Circumstances): Verdict {
    return decide(this, events as readonly Named[], pointerTo, parties)
  }
}

/** The rules of the ledger of a negotiation. */
export const negotiationRules: Rules = {
  read: (request) => readCommands(request, Command),
  start: () => new NegotiationDecisions(),
}
