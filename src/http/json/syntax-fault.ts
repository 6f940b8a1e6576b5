import type { WantedJson } from '../../words/en/body-reasons.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import { endOfString } from './string.ts'

/** The place at which a text stops being JSON, and what stands there. */
export interface SyntaxFault {
  readonly what: AnyReason
  /** From 1 on. */
  readonly line: number
  /** From 1 on, in UTF-16 units. */
  readonly column: number
}

const BLANK = /[ \t\n\r]*/y
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.+-])/y
/** The characters that a string cannot have: a control character, a lone backslash, an unknown escape. */
const NOT_IN_STRING = /[^ -\u{10ffff}]|\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/u

/**
 * Finds where a text that `JSON.parse` refuses is at fault. Linear time, no recursion.
 *
 * @param firstLine the number that the first line has
 */
export function syntaxFault(text: string, firstLine = 1): SyntaxFault {
  const { at, wanted, close } = firstFault(text)
  const before = text.slice(0, at)
  const line = firstLine - 1 + before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const found = at >= text.length ? {} : { found: JSON.stringify(charAt(text, at)) }
  const or = wanted === 'comma' && close !== undefined ? { close } : {}
  const what = reason('not_json', { line, column, ...found, wanted, ...or })
  return { what, line, column }
}

function charAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) as number).toWellFormed()
}

function firstFault(text: string): { at: number; wanted: WantedJson; close?: string | undefined } {
  const open: ('}' | ']')[] = []
  let wanted: WantedJson = 'value'
  /** True directly after an opening bracket, where it may be closed. */
  let isFresh = false
  const afterValue = (): WantedJson => (open.length === 0 ? 'end' : 'comma')
  for (let at = skip(BLANK, text, 0); ; at = skip(BLANK, text, at)) {
    const char = text.charAt(at)
    const close = open.at(-1)
    if (at >= text.length) return { at, wanted, close }
    if (char === close && (isFresh || wanted === 'comma')) {
      open.pop()
      ;[at, wanted, isFresh] = [at + 1, afterValue(), false]
    } else if (wanted === 'comma' && char === ',') {
      ;[at, wanted] = [at + 1, close === '}' ? 'name' : 'value']
    } else if (wanted === 'colon' && char === ':') {
      ;[at, wanted] = [at + 1, 'value']
    } else if (wanted === 'value' && (char === '{' || char === '[')) {
      open.push(char === '{' ? '}' : ']')
      ;[at, wanted, isFresh] = [at + 1, char === '{' ? 'name' : 'value', true]
    } else if (char === '"' && (wanted === 'value' || wanted === 'name')) {
      const end = endOfString(text, at)
      const wrong = faultInString(text, at, end)
      if (wrong !== undefined) return { at: wrong, wanted: 'rest_of_text' }
      ;[at, wanted, isFresh] = [end, wanted === 'value' ? afterValue() : 'colon', false]
    } else {
      const end: number = wanted === 'value' ? skip(SCALAR, text, at) : at
      if (end === at) return { at, wanted, close }
      ;[at, wanted, isFresh] = [end, afterValue(), false]
    }
  }
}

/** The end of what a pattern matches at a place, which is the place itself if it does not. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function faultInString(text: string, start: number, end: number): number | undefined {
  const literal = text.slice(start + 1, end)
  // Pairs of backslashes stand for one, and escape nothing after them.
  const wrong = literal.replace(/\\\\/g, '..').search(NOT_IN_STRING)
  if (wrong >= 0) return start + 1 + wrong
  return end - start > 1 && literal.endsWith('"') ? undefined : text.length
}
