import type { DraftBlame } from '../../projections/blame/blame-reply.ts'
import type { Lineage } from '../../projections/blame/lineage.ts'
import type { Content } from '../../projections/drafts/clause.ts'
import { toPortable } from '../../projections/drafts/portable-content.ts'
import type { ClauseStep } from '../../projections/redline/clause-history.ts'
import type { ComparedText } from '../../projections/redline/compared-text.ts'
import type { DraftDistance } from '../../projections/redline/distance.ts'
import type { Redline } from '../../projections/redline/redline-reply.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { type Job, jobOf, type Tell } from '../workers/job.ts'
import type { WorkerPool } from '../workers/worker-pool.ts'
import type blame from './jobs/blame.ts'
import type history from './jobs/clause-history.ts'
import type distance from './jobs/distance.ts'
import type matching from './jobs/match.ts'
import type reading from './jobs/read-document.ts'
import type redline from './jobs/redline.ts'
import { boundLineage, boundTexts } from './text-size.ts'

const REDLINE = jobOf<typeof redline>(new URL('./jobs/redline.ts', import.meta.url))
const DISTANCE = jobOf<typeof distance>(new URL('./jobs/distance.ts', import.meta.url))
const BLAME = jobOf<typeof blame>(new URL('./jobs/blame.ts', import.meta.url))
const HISTORY = jobOf<typeof history>(new URL('./jobs/clause-history.ts', import.meta.url))
const READ = jobOf<typeof reading>(new URL('./jobs/read-document.ts', import.meta.url))
const MATCH = jobOf<typeof matching>(new URL('./jobs/match.ts', import.meta.url))

interface Compared {
  readonly from: ComparedText
  readonly to: ComparedText
}

/** A new text, and the contents that it may be a later state of. */
type NewText = Omit<Parameters<typeof matching>[0], 'bases'> & {
  readonly bases: readonly Content[]
}

type Document = NonNullable<Parameters<typeof redline>[0]['document']>

/**
 * Reading, matching and comparing texts for one client, in worker threads. Each call has a bound on
 * the size of the texts, and in the thread on time and memory.
 *
 * @throws {LimitExceeded} each of its methods.
 * @throws {TooBusy} each of its methods.
 */
export class TextWork {
  readonly #workers: WorkerPool
  readonly #client: string
  readonly #leaving: AbortSignal

  /**
   * @param client for whom the pool is to do it
   * @param leaving ends the work: nobody waits for it any more
   */
  constructor(workers: WorkerPool, client: string, leaving: AbortSignal) {
    this.#workers = workers
    this.#client = client
    this.#leaving = leaving
  }

  /** The changes between two texts; `only` leaves out the clauses that stand as they stood. */
  async redline(texts: Compared, only?: 'changes'): Promise<Redline> {
    const given = { ...sidesOf(texts), only }
    return (await this.#run(REDLINE, given)) as Redline
  }

  /** The same as a page of HTML, or as lines of text. */
  async redlineDocument(texts: Compared, document: Document, only?: 'changes'): Promise<string> {
    const given = { ...sidesOf(texts), document, only }
    return (await this.#run(REDLINE, given)) as string
  }

  /** The distance between two texts. */
  async distance(texts: Compared): Promise<DraftDistance> {
    return this.#run(DISTANCE, sidesOf(texts))
  }

  /** Origins of each word of the last text of a lineage. */
  async blame(lineage: Lineage, asOf: AsOf): Promise<DraftBlame> {
    boundLineage(lineage)
    return this.#run(BLAME, { lineage, asOf })
  }

  /** The history of a clause of the last text of a lineage. */
  async clauseHistory(clause: string, lineage: Lineage, asOf: AsOf): Promise<ClauseStep[]> {
    boundLineage(lineage)
    return this.#run(HISTORY, { clause, lineage, asOf })
  }

  /** The text of a file. */
  async read(given: Parameters<typeof reading>[0], tell?: Tell): ReturnType<typeof reading> {
    return this.#run(READ, given, this.#client, tell)
  }

  /** The commands that record a whole new text, and what they rest on. */
  async match({ bases, ...given }: NewText, tell?: Tell): ReturnType<typeof matching> {
    boundTexts(bases)
    // What is read of the negotiation need not wait for the texts that are prepared in it.
    const client = `${this.#client} match`
    return this.#run(MATCH, { ...given, bases: bases.map(toPortable) }, client, tell)
  }

  #run<Given, Answer>(
    job: Job<Given, Answer>,
    given: Given,
    client = this.#client,
    tell?: Tell,
  ): Promise<Answer> {
    return this.#workers.run(job, given, client, this.#leaving, tell)
  }
}

function sidesOf({ from, to }: Compared) {
  boundTexts([from.content, to.content])
  return {
    from: { ...from, content: toPortable(from.content) },
    to: { ...to, content: toPortable(to.content) },
  }
}
