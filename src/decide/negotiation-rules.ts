import { readCommands } from './command.ts'
import { decide } from './decide.ts'
import { LevelStates } from './levels.ts'
import type { DecidableEvent } from './registry.ts'
import type { Circumstances, Decidable, Decisions, Rules, Verdict } from './rules.ts'

class NegotiationDecisions extends LevelStates implements Decisions {
  decide(events: readonly Decidable[], circumstances: Circumstances): Verdict {
    return decide(this, events as readonly DecidableEvent[], circumstances)
  }
}

/** The rules of the ledger of a negotiation. */
export const negotiationRules: Rules = {
  read: readCommands,
  start: () => new NegotiationDecisions(),
}
