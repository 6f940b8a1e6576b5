import { expect, test } from 'vitest'
import { nodeFault } from '../src/node-version.ts'

test.each(['20.19.2', '22.18.0', '23.11.1'])('Node %s is too old, and the message says so', (v) => {
  expect(nodeFault(v)).toContain(`This is Node ${v}; the ledger needs 24 or later.`)
})

test.each(['24.0.0', '26.10.0', '100.0.0'])('Node %s will do', (version) => {
  expect(nodeFault(version)).toBeUndefined()
})
