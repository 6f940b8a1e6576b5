import { test } from 'vitest'
import { generate } from '../generator/generate.ts'
import { expectResumable } from '../http/interrupted.ts'

test('an import of 100,000 commands, interrupted by client and by kill -9, ends as if at a stretch', async () => {
  const count = 100_000
  await expectResumable(
    () => generate({ seed: 100, events: count }).map(({ command }) => command),
    count,
  )
})
