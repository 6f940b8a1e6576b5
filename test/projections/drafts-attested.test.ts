import { describe, expect, test } from 'vitest'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { given, idOf, type Told } from './given.ts'

const tabled: Told = { type: 'draft.tabled', body: { draft: 'us' } }
const heard: Told = {
  type: 'draft.revisionReported',
  body: { draft: 'us', revision: 'heard', points: 19 },
}
const add = (clause: string) => ({ op: 'add', clause, text: `Text of ${clause}.` })
const revised = (revision: string, more: object): Told => ({
  type: 'draft.revised',
  body: { draft: 'us', revision, ...more },
})
const leaked = revised('leaked', { attests: 'heard', operations: [add('a')] })

function ledger(...told: Told[]) {
  const { drafts, at } = given([tabled, ...told], (history) => ({ drafts: new Drafts(history) }))
  return {
    told: (revision: string, known?: number) => {
      const asOf = at(undefined, known)
      const { contents, attests, attestedBy } =
        drafts.revisions('us', asOf).find((one) => one.draftRevision === revision) ?? {}
      const { clauses = [], basisUnknown = false } = drafts.content(revision, asOf) ?? {}
      return { contents, attests, attestedBy, clauses: clauses.map(({ id }) => id), basisUnknown }
    },
  }
}

describe('a reported revision that is attested', () => {
  test('has that text from the revision of the ledger on that says so, and none before', () => {
    const { told } = ledger(heard, leaked)
    const unknown = { contents: 'unknown', attestedBy: null, clauses: [] }
    expect(told('heard', 1)).toMatchObject(unknown)
    expect(told('heard')).toMatchObject({ contents: 'known', attestedBy: 'leaked', clauses: ['a'] })
    expect(told('leaked')).toMatchObject({ attests: 'heard', attestedBy: null })
  })

  test('gives its text to the revisions that were made from it', () => {
    const { told } = ledger(
      heard,
      revised('next', { basis: ['heard'], operations: [add('b')] }),
      leaked,
    )
    expect(told('next', 2)).toMatchObject({ clauses: ['b'], basisUnknown: true })
    expect(told('next')).toMatchObject({ clauses: ['a', 'b'], basisUnknown: false })
  })

  test('may be named as the basis of what attests it: that text then begins empty', () => {
    const circular = revised('leaked', {
      attests: 'heard',
      basis: ['heard'],
      operations: [add('a')],
    })
    const { told } = ledger(heard, circular)
    expect(told('leaked')).toMatchObject({ clauses: ['a'], basisUnknown: false })
    expect(told('heard')).toMatchObject({ clauses: ['a'] })
  })

  test('of two that attest it, has the text of the later entry; without either, none', () => {
    const other = revised('other', { attests: 'heard', operations: [add('b')] })
    const voided = (n: number): Told => ({ type: 'entry.voided', body: { target: idOf(n) } })
    const { told } = ledger(heard, leaked, other, voided(3), voided(2))
    expect([1, 2, 3, 4, 5].map((known) => told('heard', known).attestedBy)).toEqual([
      null,
      'leaked',
      'other',
      'leaked',
      null,
    ])
  })
})
