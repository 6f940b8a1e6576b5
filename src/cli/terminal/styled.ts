import type { Paint, Style } from './paint.ts'
import { oneLine } from './width.ts'
import { wrap } from './wrap.ts'

/** Words of one style. */
export interface Styled {
  readonly text: string
  readonly style: Style | undefined
}

/** A text in several styles, in lines of at most `columns`, each styled by itself. */
export function wrapStyled(parts: readonly Styled[], columns: number, paint: Paint): string[] {
  // Wrapping changes blanks alone: what is left says which style each character has.
  const styles = parts.flatMap(({ text, style }) =>
    Array.from({ length: text.replace(/\s/gu, '').length }, () => style),
  )
  let at = 0
  const styleOf = (character: string) => {
    if (character !== ' ') return styles[at++]
    return styles[at - 1] === styles[at] ? styles[at] : undefined
  }
  return wrap(oneLine(parts.map(({ text }) => text).join('')), columns).map((line) => {
    const pieces: { text: string; style: Style | undefined }[] = []
    for (const character of line.split('')) {
      const style = styleOf(character)
      const last = pieces.at(-1)
      if (last !== undefined && last.style === style) last.text += character
      else pieces.push({ text: character, style })
    }
    return pieces.map(({ text, style }) => paint(style, text)).join('')
  })
}
