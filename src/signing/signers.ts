import type { Signing } from '../ledger/log/signing.ts'
import { type VerifierKey, vkeyOf } from '../log/note.ts'
import { type Signer, signerOf } from '../log/signer.ts'

/** The number of signers that are kept ready. */
const MAX_SIGNERS = 1000

/** The signers that seeds give to logs: each seed any number of them for each log. */
export class Signers {
  readonly #seeds: readonly Buffer[]
  readonly #known = new Map<string, Signer>()

  /** @param seeds the one that signs first; then, where there is one, the seed that takes over. */
  constructor(seeds: readonly Buffer[]) {
    this.#seeds = seeds
  }

  get signing(): Omit<Signing, 'heads'> {
    return {
      signer: (origin) => this.#signer(0, origin, 1),
      find: (key, among) => this.#find(key, among),
      next: (origin, had) => this.#next(origin, had),
    }
  }

  #signer(seed: number, origin: string, number: number): Signer {
    const name = `${seed} ${number} ${origin}`
    const known = this.#known.get(name) ?? signerOf(this.#seeds[seed] as Buffer, origin, number)
    if (this.#known.size >= MAX_SIGNERS) this.#known.clear()
    this.#known.set(name, known)
    return known
  }

  /** Each key is the first that its log has not had: none has a higher number than the log has keys. */
  #find(key: VerifierKey, among: number): Signer | undefined {
    const vkey = vkeyOf(key)
    for (let number = 1; number <= among; number++) {
      for (const seed of this.#seeds.keys()) {
        const signer = this.#signer(seed, key.name, number)
        if (signer.vkey === vkey) return signer
      }
    }
    return undefined
  }

  #next(origin: string, had: readonly VerifierKey[]): Signer {
    const passed = new Set(had.map(vkeyOf))
    for (let number = 1; ; number++) {
      const signer = this.#signer(this.#seeds.length - 1, origin, number)
      if (!passed.has(signer.vkey)) return signer
    }
  }
}
