import { counted } from './plural.ts'

interface OfMost {
  readonly most: number
}

/** The part of a JSON text that may come next at a place. */
export type WantedJson = 'value' | 'name' | 'colon' | 'comma' | 'end' | 'rest_of_text'

/** Reasons against the body of a request, or a line of it, in English. */
export const bodyReasons = {
  not_utf8: () => 'cannot be read. It is not UTF-8: send it in that encoding',
  body_empty: () => 'is empty: send a JSON value',
  byte_order_mark: () =>
    'begins with a byte order mark, which JSON has none of (RFC 8259, 8.1): leave it out',
  not_json: ({
    line,
    column,
    found,
    wanted,
    close,
  }: {
    readonly line: number
    readonly column: number
    /** The character there, as JSON text; absent at the end of the text. */
    readonly found?: string
    readonly wanted: WantedJson
    /** The bracket that may stand in place of a comma. */
    readonly close?: string
  }) => {
    const there = found === undefined ? 'the text ends' : `there is ${found}`
    const or = wanted === 'comma' ? ` or ${JSON.stringify(close)}` : ''
    return `is not JSON: at line ${line}, column ${column} ${there} where ${WANTED[wanted]}${or} must be`
  },
  more_json_faults: ({ count }: { readonly count: number }) =>
    `has ${count} more of these: mend those that are told first`,
  nested_too_deep: ({ most }: OfMost) =>
    `is nested deeper than ${counted(most, LEVELS)}, the most that is read: send less`,
  too_many_values: ({ most }: OfMost) =>
    `has more than ${most} values, the most that is read: send less`,
  name_too_long: ({ most }: OfMost) =>
    `has a member whose name has more than ${most} characters, the most that is read: shorten it`,
  too_many_members: ({ most }: OfMost) =>
    `has more than ${most} members, the most that is read: leave some out`,
  member_repeated: () => 'is given more than once: give it once',
  surrogate_in_name: () => 'has a lone surrogate in its name: write whole characters',
  negative_zero: () => 'is a negative zero: write 0',
  number_rounded: () => 'is a number that would be rounded: give it in quotes, as text',
  body_too_long: ({ most }: OfMost) =>
    `is larger than ${most} bytes, the most that is taken here: divide it`,
  line_too_long: ({ most }: OfMost) =>
    `is longer than ${most} bytes, the most that a line holds: divide it`,
  no_line: () => 'has no line: send one command a line',
  not_a_document: ({ format, why }: { readonly format: string; readonly why: string }) =>
    `must be a ${format} file in base64 that has text: ${why}`,
  no_clause: () =>
    'must have at least one clause: give the whole new text; of a draft that is given up, record its status',
  unit_out_of_range: ({ unit, units }: { readonly unit: number; readonly units: number }) =>
    `must be below ${units}, the units of the text, which count from 0, not ${unit}`,
  clause_id_unknown: ({ id }: { readonly id: string }) =>
    `names "${id}", which nothing known has as its id: correct it`,
  raw_event: ({ why }: { readonly why: string }) =>
    `cannot be taken: ${why}; send the lines as they were exported`,
  scope_not_held: ({ scopes }: { readonly scopes: readonly string[] }) =>
    `must be one of those of your own key: ${scopes.join(', ')}`,
  expiry_past: () => 'must be later than now',
}

const LEVELS = { one: 'level', other: 'levels' }

const WANTED: Readonly<Record<WantedJson, string>> = {
  value: 'a value',
  name: 'a name in double quotes',
  colon: 'a colon',
  comma: 'a comma',
  end: 'the end of the text',
  rest_of_text: 'the rest of a text in double quotes',
}
