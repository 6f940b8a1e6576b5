import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const files = ['events', 'src/http', 'src/reads'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
)

/** The message of a check of a schema as text, which zod takes: it would be in one language alone. */
const TEXT = [
  /\b(message|error): ['"`]/,
  /\.(regex|refine|superRefine|check|min|max|length)\([^;{]*?, ?['"`][a-z]/,
]

function textsIn(source: string): readonly string[] {
  return source.split('\n').filter((line) => TEXT.some((form) => form.test(line)))
}

test.each([
  "  .refine(isDated, { message: 'is missing' })",
  "  .regex(/^[a-z]+$/, 'must be letters')",
  '  z.enum(names, { error: `must be one of them` })',
])('the scan finds a message that is text: %s', (line) => {
  expect(textsIn(line)).toHaveLength(1)
})

test('the checks of schemas have reasons for messages, and no text', () => {
  const found = files.flatMap((file) =>
    textsIn(readFileSync(join(root, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})
