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

  async spent(): Promise<PageTime> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    const milliseconds = (wanted: string) =>
      1000 * (metrics.find(({ name }) => name === wanted)?.value ?? 0)
    return {
      script: milliseconds('ScriptDuration'),
      style: milliseconds('RecalcStyleDuration'),
      layout: milliseconds('LayoutDuration'),
    }
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
