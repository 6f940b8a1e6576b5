/**
 * Notes how to take back what is written while a trial runs: a request that is then refused, or a
 * batch that is not stored. Trials nest; the inner ones end first. Outside a trial nothing is noted.
 */
export class Trials {
  readonly #undo: (() => void)[] = []
  #running = 0

  /** Notes what takes back a change that was made. */
  changing(undo: () => void): void {
    if (this.#running > 0) this.#undo.push(undo)
  }

  /** Sets the value of a key. */
  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    if (this.#running > 0) {
      const [had, before] = [map.has(key), map.get(key) as V]
      this.#undo.push(() => (had ? map.set(key, before) : map.delete(key)))
    }
    map.set(key, value)
  }

  begin(): Trial {
    const start = this.#undo.length
    this.#running += 1
    return {
      keep: () => this.#end(),
      takeBack: () => {
        while (this.#undo.length > start) this.#undo.pop()?.()
        this.#end()
      },
    }
  }

  #end(): void {
    this.#running -= 1
    if (this.#running === 0) this.#undo.length = 0
  }
}

/** The writes since a trial began. It is ended once, by one of the two. */
export interface Trial {
  keep(): void
  takeBack(): void
}
