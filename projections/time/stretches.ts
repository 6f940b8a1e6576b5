import type { LedgerEvent } from '../../events/registry.ts'
import { type Area, areaOf } from './dispatch.ts'
import { Edges } from './edges.ts'
import type { AsOf } from './standing-fact.ts'

/**
 * The stretches of both axes within which nothing is said of an area of facts: there, an answer that
 * reads these areas alone is the same. A correction or a void counts for every area.
 */
export class Stretches {
  readonly #areas = new Map<string, Edges>()
  readonly #ofAll = new Edges()

  /** Takes the next event, which names these instants. */
  apply(event: LedgerEvent, instants: readonly number[]): void {
    const area = areaOf(event.type)
    const edges = area === 'entry' ? this.#ofAll : this.#edgesOf(area)
    edges.add(event.revision, [Date.parse(event.recordedAt), ...instants])
  }

  /** Names the stretch around a moment: two moments have one name where nothing lies between them. */
  nameAt(areas: readonly Area[], asOf: AsOf): string {
    const all = [this.#ofAll, ...areas.map((area) => this.#edgesOf(area))]
    return all.map((edges) => edges.nameAt(asOf)).join(' ')
  }

  #edgesOf(area: string): Edges {
    const edges = this.#areas.get(area) ?? new Edges()
    this.#areas.set(area, edges)
    return edges
  }
}
