import { test } from 'vitest'
import { expectCommandResumable } from '../cli/interrupted.ts'
import { generate } from '../generator/generate.ts'
import { expectResumable } from '../http/interrupted.ts'

const COUNT = 100_000
const commands = () => generate({ seed: 100, events: COUNT }).map(({ command }) => command)

test('an import of 100,000 commands, interrupted by client and by kill -9, ends as if at a stretch', async () => {
  await expectResumable(commands, COUNT)
})

test('so does one by the command line, ended by Ctrl-C and by kill -9', async () => {
  await expectCommandResumable(commands(), COUNT)
})
