import type { LeftOut } from '../../../projections/text/left-out.ts'
import { Runs } from './docx-run.ts'
import { type Follower, parse } from './docx-xml.ts'

/** Elements whose words stand beside the body. */
const ASIDE: Readonly<Record<string, LeftOut['why']>> = {
  ...{ footnote: 'footnote', endnote: 'footnote', txbxContent: 'text_box' },
  ...{ hdr: 'running_head', ftr: 'running_head' },
}

/** The words of a part of a Word document that stand beside its body, each of them once. */
export function readAside(xml: string): LeftOut[] {
  const aside = new Aside()
  parse(xml, aside)
  const seen = new Set<string>()
  const own = aside.found.filter(({ why, text }) => {
    const isNew = text !== '' && !seen.has(`${why} ${text}`)
    seen.add(`${why} ${text}`)
    return isNew
  })
  return [...own, ...aside.runs.unknown]
}

class Aside implements Follower {
  readonly found: LeftOut[] = []
  readonly #open: { why: LeftOut['why']; words: string }[] = []
  readonly runs = new Runs()
  /** Open elements that say again what another form of them says. */
  #again = 0

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'Fallback' || this.#again > 0) this.#again += 1
    const why = ASIDE[name]
    if (why !== undefined && this.#again === 0) this.#open.push({ why, words: '' })
    const last = this.#open.at(-1)
    if (this.#again > 0 || last === undefined) return
    if (name === 'p' && last.words !== '') last.words += '\n'
    last.words += this.runs.open(name, attributes)
  }

  close(name: string): void {
    if (this.#again === 0 && this.#open.length > 0) this.runs.close(name)
    if (ASIDE[name] !== undefined && this.#again === 0) {
      const { why, words } = this.#open.pop() as { why: LeftOut['why']; words: string }
      this.found.push({ page: null, why, text: words.trim() })
    }
    if (this.#again > 0) this.#again -= 1
  }

  text(text: string): void {
    const last = this.#open.at(-1)
    if (this.#again === 0 && last !== undefined) last.words += this.runs.words(text)
  }
}
