import { FoldedText } from '../../../projections/text/folded-text.ts'
import type { ReportProposal } from '../reader/proposal.ts'
import { commandOf } from './command.ts'
import { type KnownThings, suggestions } from './known.ts'
import { quoteOf } from './quote.ts'
import type { Members } from './values.ts'

/** A proposal of one source, with the words that it rests on. */
export interface SourceProposal extends ReportProposal {
  /** The same for as long as the source and the rules are. */
  readonly key: string
  /** The words of the report. */
  readonly words: string
  /** The members of the proposed entry, with its evidence. */
  readonly members: Members
}

/** The id of the element that shows a proposal. */
export function proposalId(key: string): string {
  return `proposal-${key}`
}

/**
 * The proposals of a source as entries that cite it.
 *
 * @param held the text as the ledger holds it
 * @param text its normal form, which was read
 */
export function sourceProposals(
  source: string,
  held: string,
  text: string,
  proposals: readonly ReportProposal[],
): SourceProposal[] {
  let folded: FoldedText | undefined
  return proposals.map((proposal) => {
    const { type, start, end, value } = proposal
    let members: Members | undefined
    return {
      ...proposal,
      key: [source, type, start, end].join(':'),
      words: text.slice(start, end),
      // Made when it is asked for: a long report has hundreds, and each quote is looked for in all of it.
      get members() {
        if (members !== undefined) return members
        folded ??= new FoldedText(held)
        const quote = quoteOf(held, start, end, folded)
        members = { ...value, evidence: [{ source, ...(quote === undefined ? {} : { quote }) }] }
        return members
      },
    }
  })
}

/** The commands that record proposals together, each new thing under an id of its own. */
export function commandsFor(proposals: readonly SourceProposal[], known: KnownThings): Members[] {
  let taken = known
  return proposals.map(({ type, members }) => {
    const made = suggestions(type, members, taken)
    const { statement, meeting } = made
    const added = (ids: string | undefined) => (ids === undefined ? [] : [{ id: ids, name: ids }])
    taken = {
      ...taken,
      statement: [...taken.statement, ...added(statement)],
      meeting: [...taken.meeting, ...added(meeting)],
    }
    return commandOf(type, members, made)
  })
}
