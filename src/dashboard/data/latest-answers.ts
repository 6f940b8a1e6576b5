/** The answers that were asked for last, by key: beyond a number the one asked for longest ago goes. */
export class LatestAnswers<T> {
  readonly #most: number
  readonly #kept = new Map<string, T>()

  constructor(most: number) {
    this.#most = most
  }

  /** @param make makes the answer, if it is not kept */
  get(key: string, make: () => T): T {
    const answer = this.#kept.has(key) ? (this.#kept.get(key) as T) : make()
    this.#kept.delete(key)
    this.#kept.set(key, answer)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break
      this.#kept.delete(oldest)
    }
    return answer
  }

  drop(key: string): void {
    this.#kept.delete(key)
  }
}
