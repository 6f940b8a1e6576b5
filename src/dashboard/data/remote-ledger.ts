import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { ApiError, getJson, getWhole } from './api.ts'
import { LatestAnswers } from './latest-answers.ts'
import type { Follow, Ledger } from './ledger.ts'
import { type ParamsOf, type ReadingName, type ReplyOf, readings } from './readings.ts'

const KEPT = 48

interface MomentAnswer {
  readonly asOf: { readonly revision: number; readonly transactionTime: string }
}

/** A ledger too large to fold here: the service answers each question as of the moment. */
export class RemoteLedger implements Ledger {
  readonly isLocal = false
  readonly negotiation: string
  head: number
  readonly #follow: Follow
  readonly #kept = new LatestAnswers<Promise<unknown>>(KEPT)

  constructor(negotiation: string, head: number, follow: Follow) {
    this.negotiation = negotiation
    this.head = head
    this.#follow = follow
  }

  take({ revision }: LedgerEvent | WithheldEvent): void {
    this.head = Math.max(this.head, revision)
  }

  async recordedAt(revision: number): Promise<number> {
    const asOf = await this.#asOf(`revision=${revision}`)
    return Date.parse(asOf?.transactionTime ?? '')
  }

  async recordedBy(time: number): Promise<number> {
    const asOf = await this.#asOf(`transactionTime=${new Date(time).toISOString()}`)
    return asOf?.revision ?? -1
  }

  async #asOf(query: string): Promise<MomentAnswer['asOf'] | undefined> {
    const url = `/v1/negotiations/${this.negotiation}?${query}`
    const answer = await this.#follow(getJson<MomentAnswer>(url).catch(nothingThen))
    return answer?.asOf
  }

  read<N extends ReadingName>(
    name: N,
    params: ParamsOf<N>,
    { revision, validTime }: AsOf,
  ): Promise<ReplyOf<N> | undefined> {
    const { path, list } = readings[name] as unknown as {
      path(params: ParamsOf<N>): string
      readonly list?: string
    }
    const below = path(params)
    const then = new URLSearchParams({
      revision: String(revision),
      validTime: new Date(validTime).toISOString(),
    })
    const separator = below.includes('?') ? '&' : '?'
    const url = `/v1/negotiations/${this.negotiation}${below}${separator}${then}`
    const answered = this.#kept.get(url, () => {
      const isWhole = list !== undefined && !('limit' in params)
      const asked = isWhole ? getWhole<object>(url, list) : getJson<object>(url)
      const answer = this.#follow(asked.catch(nothingThen))
      answer.catch(() => this.#kept.drop(url))
      return answer
    })
    return answered as Promise<ReplyOf<N> | undefined>
  }
}

/** As a fold says of what it does not know, at that moment or at all. */
function nothingThen(error: unknown): undefined {
  const code = error instanceof ApiError ? error.problem?.code : undefined
  if (code === 'unknown_then' || code === 'unknown_id') return undefined
  throw error
}
