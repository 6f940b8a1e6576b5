import { describe, expect, it } from 'vitest'
import './english-page.ts'
import { memberDifferences } from '../../src/dashboard/evidence/differences.ts'
import { toldOf } from '../../src/dashboard/record/command.ts'
import { remaining, wrongWithin } from '../../src/dashboard/record/faults.ts'
import { placeText } from '../../src/dashboard/words/place-text.ts'

describe('what a correction changes', () => {
  it('is told as far in as both versions have the same form', () => {
    const from = { title: 'A', positions: [{ stance: 'opposes' }], about: [1], note: 'x' }
    const to = { title: 'A', positions: [{ stance: 'supports' }], about: [1, 2] }
    expect(memberDifferences(from, to)).toEqual([
      { path: ['positions', '0', 'stance'], from: 'opposes', to: 'supports' },
      { path: ['about'], from: [1], to: [1, 2] },
      { path: ['note'], from: 'x', to: undefined },
    ])
  })

  it('tells of a date as one thing', () => {
    const dated = (text: string) => toldOf({ type: 'party.listed', occurred: text }).occurred
    expect(memberDifferences({ at: dated('2025') }, { at: dated('2026') })).toHaveLength(1)
  })

  it('has its place in words', () => {
    expect(placeText(['positions', '1', 'redLine'])).toBe('Positions 2, red line')
  })
})

describe('what is wrong', () => {
  const faults = new Map([
    ['/subject/kind', ['Is missing.']],
    ['/subject/id', ['Is missing.']],
    ['/subjects', ['Is none.']],
  ])

  it('stands once at the field that fills in all of it', () => {
    expect(wrongWithin(faults, '/subject')).toEqual(['Is missing.'])
  })

  it('goes where the reader changed it, and stays elsewhere', () => {
    const left = remaining(faults, { subjects: 'a' }, { subjects: 'b' })
    expect([...left.keys()]).toEqual(['/subject/kind', '/subject/id'])
  })
})
