import { type History, Versioned } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'
import { StandingBy } from '../time/standing-by.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import type { Voice } from './rules/voice.ts'

/**
 * Names of voices, as known after any revision. Who published a source may be learnt or corrected
 * when any number of positions rest on it: they keep the source, and it is looked up when they are
 * read. They are searched by their labels, the names that they had when they were put in.
 */
export class Voices {
  readonly folds = ['source.recorded'] as const
  readonly #history: History
  readonly #sources: StandingBy<StandingFact<'source.recorded'>>
  readonly #publishers: Keyed<Versioned<string | undefined>>
  /** The sources whose publisher is the voice of some position. */
  readonly #heard: Keyed<true>
  /** By source: the labels of the positions whose voice is its publisher. */
  readonly #labels: Keyed<Set<string>>
  /** Labels of which some position has another name since. */
  readonly #outdated = new Set<string>()
  readonly #lastRenamed: Versioned<number>

  constructor(history: History) {
    this.#history = history
    this.#sources = new StandingBy(history, (fact) =>
      fact.type === 'source.recorded' ? fact.body.source : undefined,
    )
    this.#publishers = new Keyed(
      history,
      () => new Versioned<string | undefined>(history, undefined),
    )
    this.#heard = new Keyed(history, () => true)
    this.#labels = new Keyed(history, () => new Set())
    this.#lastRenamed = new Versioned(history, -1)
  }

  apply(change: Change): void {
    this.#sources.apply(change)
    for (const fact of [change.removed, change.added]) {
      if (fact?.type === 'source.recorded') this.#publish(fact.body.source)
    }
  }

  /** Notes that the publisher of a source is the voice of a position, before that is put in. */
  hears(source: string): void {
    this.#heard.own(source)
  }

  /** The name of a voice as of the revision that is being folded, under which a position is put in. */
  label(voice: Voice): string {
    const { revision } = this.#history
    const label = this.name(voice, revision)
    if (typeof voice !== 'string') {
      const { source } = voice
      this.hears(source)
      const labels = this.#labels.own(source)
      if (!labels.has(label)) {
        this.#history.changing(() => labels.delete(label))
        labels.add(label)
      }
      if (this.changes(source, revision).length > 0) this.#outdate(label)
    }
    return label
  }

  /** The name of a voice as known after `revision`. */
  name(voice: Voice, revision: number): string {
    if (typeof voice === 'string') return voice
    const publisher = this.#publishers.get(voice.source)?.at(revision)
    return publisher === undefined ? voice.unpublished : `outlet:${publisher}`
  }

  /** True if every position with that label still has that name, at every revision. */
  isLasting(label: string): boolean {
    return !this.#outdated.has(label)
  }

  /** The last revision, up to this one, at which the voice of any position got another name. */
  lastRenamed(revision: number): number {
    return this.#lastRenamed.at(revision)
  }

  /** The revisions after `after` at which the publisher of a source changed. */
  changes(source: string, after: number): readonly number[] {
    return (this.#publishers.get(source)?.changes ?? []).filter((revision) => revision > after)
  }

  #publish(source: string): void {
    const publisher = this.#sources.latest(source)?.body.publisher
    const known = this.#publishers.own(source)
    if (known.head === publisher) return
    known.set(publisher)
    if (this.#heard.get(source) === undefined) return
    this.#lastRenamed.set(this.#history.revision)
    for (const label of this.#labels.get(source) ?? []) this.#outdate(label)
  }

  #outdate(label: string): void {
    if (this.#outdated.has(label)) return
    this.#history.changing(() => this.#outdated.delete(label))
    this.#outdated.add(label)
  }
}
