import type { CDPSession, Page } from 'playwright-core'

/** Between two looks at a page that may still be at work, in milliseconds. */
const PAUSE = 80

/** Processor time of the thread of a page since it was opened, in milliseconds. */
export interface PageTime {
  readonly script: number
  readonly style: number
  readonly layout: number
}

/** Reads what a page spent, in processor time, so that other work of the machine does not count. */
export class ProcessorTime {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  static async of(page: Page): Promise<ProcessorTime> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new ProcessorTime(session)
  }

  /** All tasks of the thread, in milliseconds: script that streams resume counts here alone. */
  async spentInAll(): Promise<number> {
    return (await this.#metrics())('TaskDuration')
  }

  async spent(): Promise<PageTime> {
    const milliseconds = await this.#metrics()
    return {
      script: milliseconds('ScriptDuration'),
      style: milliseconds('RecalcStyleDuration'),
      layout: milliseconds('LayoutDuration'),
    }
  }

  async #metrics(): Promise<(wanted: string) => number> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    return (wanted) => 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? 0)
  }

  /** The same once the page has nothing more to do. */
  async spentAtRest(): Promise<PageTime> {
    for (let last = await this.spent(); ; ) {
      await new Promise((resume) => setTimeout(resume, PAUSE))
      const now = await this.spent()
      if (sum(now) - sum(last) < 0.5) return now
      last = now
    }
  }
}

export function sum({ script, style, layout }: PageTime): number {
  return script + style + layout
}
