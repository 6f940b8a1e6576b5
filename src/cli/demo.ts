import { requireNode } from '../node-version.ts'
import type { AddCommand } from './command.ts'

/** `ledger demo`: the service with the example in it, until a signal ends both. */
export const addDemo: AddCommand = (program, { environment, openStore }) => {
  program
    .command('demo')
    .description('serve an example ledger in a folder of its own, until Ctrl-C')
    .action(async () => {
      requireNode()
      const [{ reportFailure }, { startDemo }, { stopOnSignal }] = await Promise.all([
        import('../report-failure.ts'),
        import('../start-demo.ts'),
        import('../stop-on-signal.ts'),
      ])
      try {
        const { text, stop } = await startDemo(openStore, environment)
        stopOnSignal({ stop })
        process.stdout.write(text)
      } catch (error) {
        reportFailure(error)
      }
    })
}
