import type { WitnessedHead, Witnesses } from '../ledger/log/signing.ts'
import { readNote } from '../log/note.ts'
import { cosignersOf, type Policy, type Witness } from '../verify/policy.ts'
import { addCheckpoint } from './add-checkpoint.ts'
import type { Cosignatures } from './cosignatures.ts'

export interface WitnessingMeans {
  readonly policy: Policy
  readonly kept: Cosignatures
  /** Is told why a witness did not cosign, or its cosignature was not kept. */
  readonly report: (origin: string, error: Error) => void
}

/**
 * Has the heads of logs cosigned by the witnesses of a policy. Nobody waits for it: of the heads of
 * a log that come while a witness is asked, the last alone is offered to it next.
 */
export class Witnessing implements Witnesses {
  readonly #means: WitnessingMeans
  /** By witness and origin: the head to be offered next; undefined while none waits. */
  readonly #next = new Map<string, WitnessedHead | undefined>()
  readonly #sizes = new Map<string, number>()
  #isClosed = false

  constructor(means: WitnessingMeans) {
    this.#means = means
  }

  /** Offers a head to all witnesses, in the background. */
  offer(head: WitnessedHead): void {
    if (this.#isClosed) return
    for (const witness of this.#means.policy.witnesses) {
      if (witness.url === undefined) continue
      const key = `${witness.name} ${head.origin}`
      const isBusy = this.#next.has(key)
      this.#next.set(key, head)
      if (!isBusy) void this.#ask(witness, key)
    }
  }

  async #ask(witness: Witness, key: string): Promise<void> {
    for (let head = this.#next.get(key); head !== undefined; head = this.#next.get(key)) {
      this.#next.set(key, undefined)
      try {
        const line = await addCheckpoint(witness, head, this.#sizes.get(key) ?? 0)
        this.#sizes.set(key, head.size)
        if (!this.#isClosed) this.#means.kept.put(head.origin, head.size, witness.key.keyId, line)
      } catch (error) {
        this.#means.report(head.origin, error as Error)
      }
    }
    this.#next.delete(key)
  }

  /** A note with the cosignatures that are kept of it. */
  cosigned(origin: string, size: number, note: string): string {
    return note + this.#means.kept.of(origin, size).join('')
  }

  /** True if the witnesses that cosigned a note are enough. */
  isMet(note: string): boolean {
    const { policy } = this.#means
    const cosigned = cosignersOf(policy, readNote(note))
    return policy.isMet(new Set(cosigned.map(({ witness }) => witness.name)))
  }

  close(): void {
    this.#isClosed = true
    this.#means.kept.close()
  }
}
