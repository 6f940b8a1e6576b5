import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Two versions of a text: in each, the name of every unit in the order of the text. */
export interface Versions {
  readonly name: string
  readonly texts: readonly [string, string]
  readonly ids: readonly [readonly string[], readonly string[]]
}

const MARK = /\{\{@(\w+)\}\}/g

/** The texts of the corpus that there are in two versions, with the units that are the same. */
export function readVersions(): Versions[] {
  const all = readFileSync(join(import.meta.dirname, 'versions.txt'), 'utf8')
  return all
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n')
      const [before = '', after = ''] = lines.join('\n').split(/^---$/m)
      const ids = (text: string) => Array.from(text.matchAll(MARK), ([, id]) => id as string)
      const plain = (text: string) => text.replace(MARK, '').trim()
      return { name, texts: [plain(before), plain(after)], ids: [ids(before), ids(after)] } as const
    })
}
