import type { LeftOut } from '../../../projections/text/left-out.ts'
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
  return aside.found.filter(({ why, text }) => {
    const isNew = text !== '' && !seen.has(`${why} ${text}`)
    seen.add(`${why} ${text}`)
    return isNew
  })
}

class Aside implements Follower {
  readonly found: LeftOut[] = []
  readonly #open: { why: LeftOut['why']; words: string }[] = []
  #isWord = false
  /** Open elements that say again what another form of them says. */
  #again = 0

  open(name: string): void {
    if (name === 'Fallback' || this.#again > 0) this.#again += 1
    const why = ASIDE[name]
    if (why !== undefined && this.#again === 0) this.#open.push({ why, words: '' })
    this.#isWord = (name === 't' || name === 'delText') && this.#again === 0
    const last = this.#open.at(-1)
    if (name === 'p' && last !== undefined && last.words !== '') last.words += '\n'
  }

  close(name: string): void {
    this.#isWord = false
    if (ASIDE[name] !== undefined && this.#again === 0) {
      const { why, words } = this.#open.pop() as { why: LeftOut['why']; words: string }
      this.found.push({ page: null, why, text: words.trim() })
    }
    if (this.#again > 0) this.#again -= 1
  }

  text(text: string): void {
    const last = this.#open.at(-1)
    if (this.#isWord && last !== undefined) last.words += text
  }
}
