import { expect, test } from 'vitest'
import { stepsOf } from './console.ts'
import { whyNot } from './shown.ts'

const same = (output: string, shown: string) => whyNot(output, shown) === undefined

test.each([
  ['{"a":1,"b":2}', '{"b": 2, "a": 1}'],
  ['{"a":1,"b":2}', '{"a": 1, …}'],
  ['{"a":1}', '{"a": 1, …}'],
  ['{"a":{"b":[1,2,3]}}', '{"a": {"b": [1, …]}}'],
  ['{"a":{"b":[1,2,3]}}', '{"a": {"b": […, 3]}}'],
  ['[{"a":1},{"a":2}]', '[{…}, {"a": 2}]'],
  ['{"at":"2026-03-01T00:00Z"}', '{"at": "2026-…"}'],
  ['{"text":"an … in it, {"}', '{"text": "an … in it, {"}'],
  ['HTTP/1.1 200 OK\r\netag: "1"\r\ndate: now', 'HTTP/1.1 200 OK\netag: "…"\n…'],
  ['id: 1\ndata: {"a":1,"b":2}\n', 'id: 1\ndata: {"a": 1, …}'],
  ['{"a":1}\n{"a":2}\n', '{"a": 1}\n{"a": 2}'],
])('%s is shown by %s', (output, shown) => {
  expect(same(output, shown)).toBe(true)
})

test.each([
  ['{"a":1,"b":2}', '{"a": 1}'],
  ['{"a":1}', '{"a": 1, "b": 2, …}'],
  ['{"a":1}', '{"a": "1"}'],
  ['{"a":null}', '{"a": {…}}'],
  ['{"a":{"b":1,"c":2}}', '{"a": {"b": 1}, …}'],
  ['[1,2]', '[1]'],
  ['[2,1]', '[1, …]'],
  ['[1]', '[1, 2]'],
  ['[]', '[{…}]'],
  ['{"at":"2026-03-01"}', '{"at": "2025-…"}'],
  ['no JSON', '{"a": 1}'],
  ['one\ntwo\nthree', 'one\nthree'],
  ['one\ntwo', 'one'],
  ['one', 'one\ntwo'],
  ['data: {"a":1,"b":2}', 'data: {"a": 1}'],
  ['', '{"a": 1}'],
])('%s is not shown by %s', (output, shown) => {
  expect(same(output, shown)).toBe(false)
})

test('commands go on while a quote is open, and end with what they show', () => {
  const page = ['```console', "$ echo '1", "2'", '1', '2', '$ true', '```', '$ not this', '```sh']
  expect(stepsOf(page.join('\n'))).toEqual([
    { command: "echo '1\n2'", shown: '1\n2\n', line: 2 },
    { command: 'true', shown: '', line: 6 },
  ])
})
