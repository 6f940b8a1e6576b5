import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../src/dashboard')

/** Attributes that people read or hear. */
const READ = new Set([
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'title',
  'placeholder',
  'label',
  'alt',
  'hint',
  'own',
  'caption',
  'act',
])

/** Names, forms and commands that are the same in every language. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set([
  ...['UTC', 'Esc', 'CSV', 'SVG', 'PNG', 'ledger verify', 'public'],
  ...['English', 'Українська'],
  // Examples of what is typed.
  ...['5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11', '2026-03-01'],
])

/** Files of words that are read, and not shown. */
const OF_WHAT_IS_READ = /^reader\/(lexicon|report-head)\.ts$|^words\/typed-moment\.ts$/

interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

/** The words for people that a module has itself, in place of reading them from the words of the page. */
function literalsIn(code: string, isJsx: boolean): string[] {
  const found: string[] = []
  const note = (words: string) => {
    const text = words.replace(/\s+/g, ' ').trim()
    if (/\p{L}{2}/u.test(text) && !SAME_EVERYWHERE.has(text)) found.push(text)
  }
  /** @param isShown true within what is shown: children of an element, or an attribute that is read */
  const walk = (value: unknown, isShown: boolean): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, isShown)
    if (!isNode(value)) return
    if (value.type === 'JSXText') note(value.value as string)
    else if (value.type === 'JSXAttribute') {
      walk(value.value, READ.has((value.name as { readonly name: string }).name))
    } else walkInto(value, isShown)
  }
  const walkInto = (node: Node, isShown: boolean): void => {
    const words =
      node.type === 'Literal' && typeof node.value === 'string'
        ? node.value
        : node.type === 'TemplateElement'
          ? (node.value as { readonly cooked: string }).cooked
          : undefined
    if (words !== undefined && (isShown || isSentence(words))) note(words)
    // What is compared is a code, and so is what chooses a member.
    const isCode = node.type === 'BinaryExpression' || node.type === 'MemberExpression'
    const isFunction = /Function/.test(node.type)
    for (const [member, part] of Object.entries(node)) {
      if (member === 'key' && node.type === 'Property') continue
      const isCondition =
        member === 'test' || (node.type === 'LogicalExpression' && member === 'left')
      const isArgument = member === 'arguments' && node.type === 'CallExpression'
      const stays = isShown && !isCode && !isFunction && !isCondition && !isArgument
      walk(part, node.type === 'JSXElement' ? member === 'children' : stays)
    }
  }
  walk(parseAst(code, { lang: isJsx ? 'tsx' : 'ts' }).body, false)
  return found
}

/** A node of the syntax that is there at run time. */
function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  return !/^Import|^TS(?!AsExpression|SatisfiesExpression|NonNull)/.test(String(value.type))
}

/** True of words as people write them: some that begin with a capital letter, or end as a sentence. */
function isSentence(text: string): boolean {
  return /^\p{Lu}\p{Ll}+[ ,:…] ?\p{L}|\p{L}{2,} \p{L}{2,}.*[.:…?]$/u.test(text.trim())
}

test('what it looks for is found', () => {
  const at = (code: string) => literalsIn(code, true)
  expect(at('const a = <p>Nothing here</p>')).toEqual(['Nothing here'])
  expect(at('const a = <p title="Nothing" class="faint">{word}</p>')).toEqual(['Nothing'])
  expect(at("const a = <p>{isEmpty ? 'nothing' : words}</p>")).toEqual(['nothing'])
  expect(at('const a = <p>{`entries ${' + 'count}`}</p>')).toEqual(['entries'])
  expect(at("const problem = 'The service cannot be reached.'")).toHaveLength(1)
  expect(at("const NONE = 'No record yet'")).toHaveLength(1)
  expect(at("const a = <p class={kind === 'plan' ? 'one' : 'two'}>{textOf('code')}</p>")).toEqual(
    [],
  )
})

test('no module of the page has words for people: they are in src/words', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !OF_WHAT_IS_READ.test(name),
  )
  expect(files.length).toBeGreaterThan(200)
  const found = files.flatMap((name) =>
    literalsIn(readFileSync(join(root, name), 'utf8'), name.endsWith('x')).map(
      (words) => `${name}: ${words}`,
    ),
  )
  expect(found).toEqual([])
})
