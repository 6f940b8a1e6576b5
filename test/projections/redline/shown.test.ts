import { describe, expect, test } from 'vitest'
import type { Content } from '../../../projections/drafts/clause.ts'
import type { Contents } from '../../../projections/drafts/draft-reply.ts'
import { redlineBetween } from '../../../projections/redline/compare.ts'
import { redlineHtml } from '../../../projections/redline/redline-html.ts'
import { redlineText } from '../../../projections/redline/redline-text.ts'
import { add, draftOf, edited } from './texts.ts'

const plan = draftOf(
  add('army', 'The army has at most 600 000 men.', { label: '2', heading: 'Army' }),
  add('police', 'The police are civil.', { label: '2.1', under: 'army' }),
  add('vote', 'Elections are held in 100 days.', { label: '4' }),
)

/** What changed, as it is shown. */
function compared(before: Content, after: Content, contents: Contents = 'known') {
  const side = { draft: 'plan', contents: 'known' as const }
  const from = { ...side, draftRevision: 'r1', content: before }
  const to = { ...side, draftRevision: 'r2', content: after, contents }
  return { from, to, ...redlineBetween({ from, to }) }
}

const changed = (...operations: object[]) => compared(plan, edited(plan, ...operations))
const html = (redline: ReturnType<typeof compared>, language: string | null = 'en') =>
  redlineHtml(redline, { title: 'Plan', language })

const amended = changed(
  { op: 'amend', clause: 'army', text: 'The army has <800 000> men.' },
  { op: 'move', clause: 'vote', after: null },
)

/** The text between the tags of each element of a page. */
const texts = (page: string) =>
  page
    .replace(/<span class="hidden".*?<\/span>/g, '')
    .split(/<[^>]*>/)
    .filter((text) => text.trim() !== '')

describe('as HTML', () => {
  test('insertions and deletions are elements and words, and no text becomes markup', () => {
    const page = html(amended)
    expect(page).toMatch(/<ins><span class="hidden"[^>]*> \[insertion begins\] <\/span>&lt;800/)
    expect(page).toMatch(/<del><span class="hidden"[^>]*> \[deletion begins\] <\/span>at most/)
    expect(page).not.toContain('<800')
  })

  test('a clause stands within that in which it stands, under a heading of its level', () => {
    const page = html(amended)
    const army = page.slice(page.indexOf('data-clause="army"'))
    expect(army).toMatch(/<h2 dir="auto">2 Army<\/h2>[\s\S]*<section data-clause="police"/)
    expect(army).toMatch(/<h3 dir="auto">2.1<\/h3>[\s\S]*<\/section>\n<\/section>/)
    expect(army.indexOf('data-clause="police"')).toBeLessThan(army.indexOf('</section>'))
  })

  test('nothing of the later text stands within what was removed', () => {
    const page = html(
      changed(
        { op: 'remove', clause: 'vote' },
        { op: 'move', clause: 'police', under: null, after: 'army' },
        { op: 'add', clause: 'oath', text: 'They take an oath.', under: 'police' },
      ),
    )
    const removed = page.slice(page.indexOf('data-clause="vote"'))
    expect(removed.indexOf('</section>')).toBeLessThan(removed.indexOf('<section') >>> 0)
    expect(page.match(/<section/g)?.length).toBe(page.match(/<\/section>/g)?.length)
  })

  test('the page has the language and direction of its text, its own words are English', () => {
    const page = html(amended, 'ar')
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain('<p class="changes" lang="en" dir="ltr">moved</p>')
  })

  test('a text whose language nobody said is in none', () => {
    expect(html(amended, null)).toMatch(/<html lang="en" dir="ltr">[\s\S]*<main lang="">/)
  })

  test('characters that no page can hold are replaced', () => {
    const page = html(compared(plan, draftOf(add('a', 'A\u0000B\u0007C\u0085D\uFFFFE'))))
    expect(page).toContain('A\uFFFDB\uFFFDC\uFFFDD\uFFFDE')
    expect(page).not.toMatch(/[^\P{Cc}\n]/u)
  })
})

describe('as text', () => {
  test('changes are marked without colour', () => {
    expect(redlineText(amended)).toContain('The army has [-at most 600-]{+<800+} 000{+>+} men.')
    expect(redlineText(amended)).toContain('4\n(moved)\nElections are held in 100 days.')
  })

  test('clauses are indented by their depth, and each line of their text', () => {
    const after = edited(plan, { op: 'amend', clause: 'police', text: 'One.\n\nTwo.' })
    expect(redlineText(compared(after, after))).toContain('  2.1\n  One.\n  \n  Two.\n')
  })
})

describe('of the rival wordings and positions that changed', () => {
  const shall = { label: 'nz', text: 'shall', proposers: ['nz'], opponents: ['us'] }
  const take = { op: 'take_position', clause: 'vote', commitment: 'reserved' }
  const before = edited(
    plan,
    { op: 'amend', clause: 'vote', alternatives: [{ ...shall, opponents: [] }] },
    { ...take, party: 'jp', stance: 'opposes', note: 'Japan reserves <its> position.' },
  )
  const redline = compared(
    before,
    edited(
      before,
      { op: 'amend', clause: 'vote', alternatives: [shall] },
      { ...take, party: 'us', stance: 'supports' },
      { op: 'set_status', clause: 'vote', status: 'agreed_ad_ref' },
    ),
  )

  test('text says whose they are and what they were', () => {
    expect(redlineText(redline).split('\n\n').at(-1)?.split('\n')).toEqual([
      '4',
      '(status proposed, now agreed ad ref; alternatives changed; positions changed)',
      'Elections are held in 100 days.',
      '[-alternative nz; proposed by nz: “shall”-]',
      '{+alternative nz; proposed by nz; opposed by us: “shall”+}',
      'jp: opposes, reserved: “Japan reserves <its> position.”',
      '{+us: supports, reserved+}',
      '',
    ])
  })

  test('so does HTML', () => {
    const told = texts(html(redline))
    expect(told).toContain('alternative nz; proposed by nz; opposed by us: “')
    expect(told).toContain('Japan reserves &lt;its&gt; position.')
    expect(html(redline)).toMatch(/<li><ins><span[^>]*> \[insertion begins\] <\/span>us: supports/)
  })
})

test('a clause that was merged and split at once says so once', () => {
  const redline = changed(
    { op: 'merge', clauses: ['army', 'vote'], into: { clause: 'all', text: 'One. Two.' } },
    {
      op: 'split',
      clause: 'all',
      into: [
        { clause: 'one', text: 'One. ' },
        { clause: 'two', text: 'Two.' },
      ],
    },
  )
  expect(redlineText(redline)).toContain('(merged and split from army, vote; amended)')
})

test('a text that is not known, or not whole, is said to be so', () => {
  const unknown = compared(plan, draftOf(), 'unknown')
  expect(redlineText(unknown)).toBe(
    '(After, r2: The text of this revision is not known.)\n\n(So nothing is compared.)\n',
  )
  const incomplete = html(compared(plan, plan, 'incomplete'))
  expect(texts(incomplete)).toContain('After, r2: More of this revision is still to be recorded.')
})
