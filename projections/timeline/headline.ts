import type { CodedMessage } from '../../events/coded-message.ts'
import type { UncertainDate } from '../../events/envelope.ts'
import type { FactBody, FactType } from '../../events/facts.ts'

/** The most characters of a headline, and so of any text that one is made of. */
export const LONGEST_HEADLINE = 140

/**
 * The members of a fact's body that its headline is made of. `src/words` has the sentences, one file
 * a language. A new type needs a row here to compile.
 */
const MEMBERS = {
  'negotiation.opened': ['title'],
  'negotiation.renamed': ['title', 'description'],
  'negotiation.suspended': ['reason'],
  'negotiation.resumed': ['reason'],
  'negotiation.concluded': ['outcome'],
  'party.listed': ['name', 'kind', 'role'],
  'party.renamed': ['party', 'name', 'kind', 'role'],
  'party.withdrawn': ['party', 'reason'],
  'party.returned': ['party', 'reason'],
  'grouping.joined': ['party', 'grouping'],
  'grouping.left': ['party', 'grouping'],
  'person.named': ['name'],
  'person.renamed': ['person', 'name', 'describedAs'],
  'person.accredited': ['person', 'party'],
  'person.recalled': ['person', 'party', 'reason'],
  'issue.raised': ['title'],
  'issue.reframed': ['issue', 'title', 'proposition'],
  'issue.settled': ['issue', 'outcome'],
  'issue.reopened': ['issue', 'reason'],
  'source.recorded': ['source', 'title'],
  'source.amended': ['source', 'amendment'],
  'statement.recorded': ['speaker', 'onBehalfOf', 'jointlyWith', 'text'],
  'statement.retracted': ['statement', 'manner', 'by'],
  'position.ended': ['party', 'subject'],
  'draft.tabled': ['title'],
  'draft.renamed': ['draft', 'title'],
  'draft.revised': ['draft', 'revision', 'title'],
  'draft.operationsAdded': ['revision'],
  'draft.revisionCompleted': ['revision'],
  'draft.revisionReported': ['draft', 'revision', 'title', 'opens'],
  'draft.statusChanged': ['draft', 'revision', 'status'],
  'draft.initialled': ['draft', 'revision', 'by'],
  'draft.signed': ['draft', 'revision', 'by'],
  'draft.withdrawn': ['draft', 'reason'],
  'meeting.announced': ['meeting', 'opens', 'certainty', 'scheduled'],
  'meeting.renamed': ['meeting', 'title', 'kind'],
  'meeting.rescheduled': ['meeting', 'opens', 'scheduled'],
  'meeting.postponed': ['meeting', 'opens', 'scheduled'],
  'meeting.convened': ['meeting', 'opens'],
  'meeting.suspended': ['meeting', 'opens'],
  'meeting.resumed': ['meeting', 'opens'],
  'meeting.concluded': ['meeting', 'opens'],
  'meeting.cancelled': ['meeting', 'opens'],
  'meeting.denied': ['meeting', 'opens'],
} as const satisfies { readonly [T in FactType]: readonly (keyof FactBody<T>)[] }

/** Parameters of each kind of headline: members of a fact, or a plan of a meeting. */
export type HeadlineParams = {
  readonly [T in FactType]: Pick<
    FactBody<T>,
    Extract<(typeof MEMBERS)[T][number], keyof FactBody<T>>
  >
} & {
  readonly 'meeting.planned': {
    readonly meeting: string
    /** The title as of the moment asked for. */
    readonly title: string
    readonly scheduled: UncertainDate
  }
}

export type HeadlineCode = keyof HeadlineParams

/** A headline as data: which sentence it is, and what stands in it. */
export type Headline = CodedMessage<HeadlineParams>

/** The headline of a fact. */
export function headlineOf(fact: { readonly type: FactType; readonly body: object }): Headline {
  const body = fact.body as Readonly<Record<string, unknown>>
  const members = MEMBERS[fact.type].flatMap((member): [string, unknown][] => {
    const value = body[member]
    return value === undefined ? [] : [[member, typeof value === 'string' ? opening(value) : value]]
  })
  return { code: fact.type, params: Object.fromEntries(members) } as unknown as Headline
}

/** As much of a text as a headline may show, on one line, and a character more if there is more. */
function opening(text: string): string {
  const characters = [
    ...text
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, 2 * (LONGEST_HEADLINE + 1)),
  ]
  return characters.slice(0, LONGEST_HEADLINE + 1).join('')
}
