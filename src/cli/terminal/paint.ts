const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const

export type Style = keyof typeof CODES

/** Puts a style on a text, or leaves it plain. */
export type Paint = (style: Style | undefined, text: string) => string

export const plain: Paint = (_style, text) => text

/** Styles by the escape sequences that every terminal knows (ECMA-48, SGR). */
export const coloured: Paint = (style, text) => {
  if (style === undefined || text === '') return text
  const [on, off] = CODES[style]
  return `\u001b[${on}m${text}\u001b[${off}m`
}
