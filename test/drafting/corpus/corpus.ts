import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A unit or bracket as it is marked by hand: `{{1|Article 2}}`, `{{0!|ANNEX}}`, `{{+US-CL}}[`. */
export interface CorpusUnit {
  readonly label: string
  readonly depth: number
  readonly isAnnex: boolean
}

export interface CorpusBracket {
  readonly proposers: readonly string[]
  readonly opponents: readonly string[]
}

export interface CorpusText {
  readonly name: string
  readonly language: string
  /** Set aside: not looked at while the reader was written. */
  readonly isHeld: boolean
  readonly text: string
  readonly units: readonly CorpusUnit[]
  readonly brackets: readonly CorpusBracket[]
}

const MARK = /\{\{(?:(\d+)(!?)\|([^}]*)|\+([^-}]*)-([^}]*))\}\}/gu

/** The texts of the corpus, with what is to be found in them. */
export function readCorpus(): CorpusText[] {
  const folder = import.meta.dirname
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && name !== 'versions.txt')
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/^=== /m).slice(1).map(parse))
}

function parse(part: string): CorpusText {
  const [head = '', ...lines] = part.split('\n')
  const [name = '', language = '', set = ''] = head.split(';').map((each) => each.trim())
  const units: CorpusUnit[] = []
  const brackets: CorpusBracket[] = []
  const codes = (list: string) => list.split(',').filter((code) => code !== '')
  const text = lines.join('\n').replace(MARK, (_, depth, annex, label, proposers, opponents) => {
    if (depth === undefined) {
      brackets.push({ proposers: codes(proposers), opponents: codes(opponents) })
      return ''
    }
    units.push({ label, depth: Number(depth), isAnnex: annex === '!' })
    return label
  })
  return { name, language, isHeld: set === 'held', text: text.trimEnd(), units, brackets }
}
