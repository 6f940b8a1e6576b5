import type { Reporter, TestModule } from 'vitest/node'

/** Ends the report of a run with the names of the suites that were not run at all. */
export default class TellSkipped implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap(({ children }) =>
      [...children.suites()]
        .filter(({ options }) => options.mode === 'skip')
        .map(({ name }) => name),
    )
    if (skipped.length > 0) process.stdout.write(`Skipped: ${[...new Set(skipped)].join('; ')}\n\n`)
  }
}
