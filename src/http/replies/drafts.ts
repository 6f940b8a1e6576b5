import { z } from 'zod'
import { aboutOf } from '../../../events/about.ts'
import { choice } from '../../../events/choice.ts'
import { ClauseOperation } from '../../../events/clause-operation.ts'
import { DocumentStatus } from '../../../events/draft.ts'
import { Id, UncertainDate } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import type * as Told from '../../../projections/drafts/draft-reply.ts'
import type { UntakenStep } from '../../../projections/drafts/text-parts.ts'
import { renderStep, type Words } from '../../words/words.ts'
import { ClauseInTextSchema } from './clause.ts'
import {
  IdsSchema,
  ParamsSchema,
  PossiblySchema,
  RevisionNumberSchema,
  renamings,
  ShownFactSchema,
} from './common.ts'
import { sameAs } from './same-as.ts'

export const DraftStatusSchema = sameAs<Told.DraftStatus>()(
  choice('How far a draft has come as a document', {
    ...(aboutOf(DocumentStatus).meanings as Record<z.output<typeof DocumentStatus>, string>),
    withdrawn: 'Those who put it forward took it back.',
  }).meta({ id: 'DraftStatus' }),
)

export const ContentsSchema = sameAs<Told.Contents>()(
  choice('How much of the text of a revision the ledger has', {
    known: 'All of it.',
    unknown: 'Nothing: it was only heard of, or what it was made from is not known.',
    incomplete: 'Some of it: more entries of the revision are to come.',
  }).meta({ id: 'Contents' }),
)

export const basisUnknown = z
  .literal(true)
  .exactOptional()
  .describe('There where the text that it was made from is not known')

export const DraftRevisionSchema = sameAs<Told.DraftRevision>()(
  z
    .strictObject({
      draft: Id,
      draftRevision: Id,
      title: z.string().nullable().describe('What the revision is called, if it has a name'),
      kind: choice('Tells apart revisions that we have from those that we heard of', {
        attested: 'The ledger has its text.',
        reported: 'It was only heard of.',
      }),
      contents: ContentsSchema,
      basis: IdsSchema.describe('The revisions that it was made from'),
      basisUnknown,
      attests: Id.nullable().describe('The reported revision whose text this one is'),
      attestedBy: Id.nullable().describe('The attested revision that a reported one turned out as'),
      proposers: IdsSchema,
      meeting: Id.nullable(),
      points: z.int().nullable().describe('How many points it is said to have'),
      description: z.string().nullable().describe('What is reported of its contents'),
      digest: z
        .string()
        .nullable()
        .describe('The digest of the file from which its text was read; null where none is known'),
      status: DraftStatusSchema.nullable().describe('The status given to this revision alone'),
      statusOrElse: DraftStatusSchema.exactOptional().describe('The other status that it may have'),
      countsFrom: z
        .strictObject({ draftRevision: Id, occurred: UncertainDate })
        .nullable()
        .describe(
          'The one that it is made from and counts from, where that is later than it; else null',
        ),
      fact: ShownFactSchema,
    })
    .meta({ id: 'DraftRevision', description: 'One state of a draft' }),
)

const Signature = sameAs<Told.Signature>()(
  z
    .strictObject({
      manner: choice('How the party signs', {
        signed: 'With its full signature.',
        initialled: 'With initials, which authenticate the text alone.',
      }),
      party: Id,
      person: Id.nullable().describe('Who signed for it'),
      signedRevision: Id.nullable().describe('The revision that was signed, where it is known'),
      meeting: Id.nullable(),
      fact: ShownFactSchema,
    })
    .meta({ id: 'Signature', description: 'One party that signed or initialled' }),
)

const { title: renamedTo } = facts['draft.renamed'].body.shape

const DraftSummary = sameAs<Told.DraftSummary>()(
  z
    .strictObject({
      draft: Id,
      title: z.string().describe('What the draft is called at that time'),
      renamings: renamings({ title: renamedTo }),
      language: z.string().nullable().describe('Of its texts (BCP 47), where anybody said'),
      proposers: IdsSchema,
      status: DraftStatusSchema,
      possibly: PossiblySchema,
      orElse: DraftStatusSchema.exactOptional().describe(
        'The other status that the draft may have',
      ),
      statusFact: ShownFactSchema.nullable().describe('The fact that gave it its status'),
      signatures: z.array(Signature).describe('Who signed or initialled it, each by itself'),
      current: DraftRevisionSchema.nullable().describe('Its latest revision, attested or reported'),
      latestAttested: DraftRevisionSchema.nullable().describe(
        'Its latest revision of which we have a text',
      ),
    })
    .meta({ id: 'DraftSummary', description: 'A draft without its text' }),
)

const UntakenStepSchema = z.strictObject({
  op: z
    .enum(ClauseOperation.options.map(({ shape }) => shape.op.value))
    .describe('The kind of the operation'),
  clause: Id,
  entry: RevisionNumberSchema,
  code: choice('Stable code of the reason', {
    clause_absent: 'The text has no such clause.',
    clause_present: 'The text has a clause with that id already.',
    within_itself: 'The clause would stand within itself.',
    stands_there: 'The clause stands at that place already.',
    so_already: 'All that the step sets is so already.',
    merged_with_itself: 'A merge names one clause alone.',
    place_ends: 'The place is within a clause that the step ends.',
    nothing_to_stand_under: 'The clause that it is to stand under is not in the text.',
    nothing_to_stand_after: 'The clause that it is to follow is not at that place.',
    text_unknown: 'The text that the step was to change is not known.',
  }),
  params: ParamsSchema,
  reason: z.string().describe('Why the step could not be taken, in the language asked for'),
})

/** A step that could not be taken, as the API answers with it: its reason in words as well. */
interface UntakenLine {
  readonly op: UntakenStep['op']
  readonly clause: string
  readonly entry: number
  readonly code: UntakenStep['code']
  readonly params: Readonly<Record<string, unknown>>
  readonly reason: string
}

interface ContentInWords extends Omit<Told.DraftContent, 'ineffective' | 'displaced'> {
  readonly ineffective: readonly UntakenLine[]
  readonly displaced: readonly UntakenLine[]
}

type InWords<Draft extends Told.DraftWithText> = Omit<Draft, 'content'> & {
  readonly content: ContentInWords | null
}

/** The text of a revision, the reasons of its untaken steps in words as well. */
export function contentInWords(content: Told.DraftContent, words: Words): ContentInWords {
  const line = (step: UntakenStep): UntakenLine => ({
    ...step,
    params: { ...step.params },
    reason: renderStep(words, step),
  })
  const { ineffective, displaced } = content
  return { ...content, ineffective: ineffective.map(line), displaced: displaced.map(line) }
}

/** A draft with its text in that form. */
export function draftInWords<Draft extends Told.DraftWithText>(
  draft: Draft,
  words: Words,
): InWords<Draft> {
  const { content } = draft
  return { ...draft, content: content && contentInWords(content, words) }
}

export const DraftContentSchema = sameAs<ContentInWords>()(
  z
    .strictObject({
      draft: Id,
      draftRevision: Id,
      contents: ContentsSchema,
      basisUnknown,
      clauses: z.array(ClauseInTextSchema).describe('In reading order'),
      ineffective: z.array(UntakenStepSchema).describe('Operations that changed nothing, and why'),
      displaced: z
        .array(UntakenStepSchema)
        .describe('Operations of which nothing but the words could be put in the text, and why'),
    })
    .meta({ id: 'DraftContent', description: 'The text of a revision, clause by clause' }),
)

const DraftWithText = sameAs<InWords<Told.DraftWithText>>()(
  z
    .strictObject({
      ...DraftSummary.shape,
      content: DraftContentSchema.nullable().describe('Its text; null if none is known'),
    })
    .meta({ id: 'DraftWithText', description: 'A draft with the text of a revision' }),
)

export const DraftReplySchema = sameAs<InWords<Told.Draft>>()(
  z.strictObject({
    ...DraftWithText.shape,
    revisions: z
      .array(DraftRevisionSchema)
      .describe('All its revisions, in the order of the ledger'),
  }),
)

export const DraftsReplySchema = z.strictObject({
  drafts: z.array(DraftSummary).describe('Every draft, in the order of their first appearance'),
})

export const DraftsOnTableReplySchema = sameAs<
  Omit<Told.DraftsOnTable, 'onTable'> & { readonly onTable: InWords<Told.DraftWithText> | null }
>()(
  z.strictObject({
    onTable: DraftWithText.nullable().describe('The draft on the table; null if there is none'),
    competing: z.array(DraftSummary).describe('The other drafts that are negotiated'),
  }),
)
