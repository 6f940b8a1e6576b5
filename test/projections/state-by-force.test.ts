import { describe, test } from 'vitest'
import { compareDrafts, compareTalks } from './compare-states.ts'

describe('the state that is told is one of those that instants within the windows allow', () => {
  test('of a draft', () => compareDrafts(300))

  test('of the talks', () => {
    compareTalks(300)
  })
})
