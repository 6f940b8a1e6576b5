import { describe, it } from 'vitest'
import { of, raised } from './commands.ts'
import { given } from './rule-book.ts'

describe('an issue', () => {
  it('is raised once', () => {
    given().when(raised('army-cap')).recorded()
    given(raised('army-cap')).when(raised('army-cap')).refused('id_taken /issue')
  })
})

describe.each([
  ['issue.reframed', { title: 'Cap on the army' }],
  ['issue.settled', {}],
  ['issue.reopened', {}],
])('%s', (type, members) => {
  const act = of(type, { issue: 'army-cap', ...members })

  it('names an issue that was raised', () => {
    given(raised('army-cap')).when(act).recorded()
    given().when(act).refused('unknown_id /issue')
  })

  it('is recorded however often, and whatever was before', () => {
    given(raised('army-cap'), act).when(act).recorded()
  })
})
