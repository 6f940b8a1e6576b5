/**
 * Every key that the page itself reads, by where it holds and what it does. The page looks keys up
 * here, and the sheet of keys is made from it. Names are those of `KeyboardEvent.key`, after `Ctrl+` and
 * `Meta+`.
 */
export const KEYS = {
  page: {
    palette: ['Ctrl+k', 'Meta+k'],
    sheet: ['?'],
    previous: ['['],
    next: [']'],
    now: ['n'],
  },
  slider: {
    previous: ['ArrowLeft', 'ArrowDown'],
    next: ['ArrowRight', 'ArrowUp'],
    pageBack: ['PageDown'],
    pageOn: ['PageUp'],
    first: ['Home'],
    last: ['End'],
  },
  matrix: {
    left: ['ArrowLeft'],
    right: ['ArrowRight'],
    up: ['ArrowUp'],
    down: ['ArrowDown'],
    rowStart: ['Home'],
    rowEnd: ['End'],
    first: ['Ctrl+Home'],
    last: ['Ctrl+End'],
  },
  line: {
    previous: ['ArrowLeft'],
    next: ['ArrowRight'],
  },
  list: {
    previous: ['ArrowUp'],
    next: ['ArrowDown'],
    choose: ['Enter'],
    close: ['Escape'],
  },
  panel: {
    close: ['Escape'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export type Keys = typeof KEYS

export type KeyAction<G extends keyof Keys> = keyof Keys[G]

/** The action of a key that was pressed, in one group; undefined where it has none. */
export function actionOf<G extends keyof Keys>(
  group: G,
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
): KeyAction<G> | undefined {
  if (altKey) return undefined
  const pressed = `${ctrlKey ? 'Ctrl+' : ''}${metaKey ? 'Meta+' : ''}${key}`
  const rows = Object.entries(KEYS[group]) as [KeyAction<G>, readonly string[]][]
  return rows.find(([, keys]) => keys.includes(pressed))?.[0]
}
