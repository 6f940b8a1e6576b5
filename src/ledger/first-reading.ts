import type { StoredEvent } from '../store/event-store.ts'
import { willBeReadAgain } from './decode.ts'

/** The most that is kept, in characters of headers and bodies: small ledgers are brought back most often. */
const MOST_KEPT = 256 * 1024

/**
 * The events that the writer of a ledger read when it began, kept for the projections, which its first
 * answer needs too: a small ledger that is brought back is read from the store once, and each of its
 * events opened and verified once.
 */
export class FirstReading {
  #pages: (readonly StoredEvent[])[] = []
  /** The revision after the last one that is kept. */
  #next = 0
  #size = 0

  /** About how many bytes of memory it takes. */
  get bytes(): number {
    return 4 * this.#size
  }

  /** Keeps a page before it is opened, if it goes on from the first event without a gap. */
  keep(page: readonly StoredEvent[]): void {
    const first = page[0]?.revision
    if (first === 0) this.forget()
    const size = page.reduce((sum, { header, body }) => sum + header.length + body.length, 0)
    if (first !== this.#next || this.#size + size > MOST_KEPT) return
    for (const stored of page) willBeReadAgain(stored)
    this.#pages.push(page)
    this.#next += page.length
    this.#size += size
  }

  /** Hands over the pages, from the first event on. */
  take(): readonly (readonly StoredEvent[])[] {
    const pages = this.#pages
    this.forget()
    return pages
  }

  forget(): void {
    this.#pages = []
    this.#next = 0
    this.#size = 0
  }
}
