import { dateOf, inWords } from './days.ts'
import { type Entries, ORDER } from './entries.ts'
import { type Revision, readDraft } from './treaty.ts'

/** Revisions whose text reached the desk late, and when. */
const LATE: Readonly<Record<string, string>> = { r5: '05-21', r8: '08-04' }

/** Enters the chair's text and the framework of the headwater States, revision by revision. */
export function enterDrafts(entries: Entries): void {
  const text = readDraft(
    { id: 'r1', day: '03-03', meeting: 'round-1', title: "Chair's text" },
    'river/treaty.txt',
    'river/revisions.txt',
  )
  entries.enter('03-03', 'evening', ORDER.drafts, {
    type: 'draft.tabled',
    occurred: dateOf('03-03'),
    draft: 'chair-text',
    title: "Chair's text",
    language: 'en',
    proposers: ['chair'],
    meeting: 'round-1',
  })
  enterRevisions(entries, 'chair-text', text, {
    proposers: ['chair'],
    paper: 'Conference document',
  })
  const framework = readDraft(
    { id: 'hf-2', day: '05-22', meeting: 'headwaters-summit', title: 'Framework, second version' },
    'river/framework.txt',
    'river/framework-revisions.txt',
  )
  enterRevisions(entries, 'framework', framework, {
    proposers: ['headwaters'],
    paper: 'Paper of the Headwaters Group',
    attests: 'hf-1',
  })
}

function enterRevisions(
  entries: Entries,
  draft: string,
  revisions: readonly Revision[],
  { proposers, paper, attests }: { proposers: string[]; paper: string; attests?: string },
): void {
  for (const [at, { id, day, meeting, title, operations }] of revisions.entries()) {
    const desk = LATE[id] ?? day
    const source = `text-${id}`
    entries.enter(desk, 'evening', ORDER.sources, {
      type: 'source.recorded',
      occurred: dateOf(day),
      source,
      kind: 'official_document',
      publisher: draft === 'framework' ? 'Headwaters Group' : 'Secretariat of the Conference',
      authors: [],
      title: `${paper}, ${inWords(day)}`,
      language: 'en',
      published: dateOf(day),
      location: `MB/2025/${draft === 'framework' ? 'HW' : 'CT'}/${at + 1}`,
      held: 'unseen',
    })
    const basis = revisions[at - 1]?.id
    entries.enter(desk, 'evening', ORDER.drafts, {
      type: 'draft.revised',
      occurred: dateOf(day),
      draft,
      revision: id,
      title,
      basis: basis === undefined ? [] : [basis],
      proposers,
      meeting,
      operations,
      complete: true,
      ...(attests !== undefined && at === 0 && { attests }),
      evidence: [{ source }],
    })
  }
}
