import { foldLetters } from '../../../projections/text/folded-letters.ts'

/**
 * An id for what is called so: `Talks in Florida` is `talks-in-florida`, or with a number.
 *
 * @param otherwise what to make it of where the title has no letter that an id may have
 */
export function idFor(title: string, taken: ReadonlySet<string>, otherwise = 'entry'): string {
  const plain = foldLetters(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '')
  const base = plain === '' ? otherwise : plain
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}
