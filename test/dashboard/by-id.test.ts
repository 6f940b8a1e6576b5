import { expect, test } from 'vitest'
import { byId } from '../../src/dashboard/data/by-id.ts'

test('one list is looked up by each member that is asked for, and gone through once', () => {
  const list = [
    { id: 'e1', statement: 's1' },
    { id: 'e2', statement: 's2' },
  ]
  expect(byId(list, 'id').get('e2')).toBe(list[1])
  expect(byId(list, 'statement').get('s1')).toBe(list[0])
  expect(byId(list, 'statement').get('e1')).toBeUndefined()
  expect(byId(list, 'id')).toBe(byId(list, 'id'))
})
