import { requireNode } from '../node-version.ts'
import type { AddCommand, GlobalOptions } from './command.ts'
import { EXIT, Failure } from './failure.ts'
import { failureAtStart } from './not-started.ts'

/** `ledger demo`: the service with the examples in it, until a signal ends it. */
export const addDemo: AddCommand = (program, { environment, openStore, stdout }) => {
  const command = program
    .command('demo')
    .description('serve two example ledgers in a folder of their own, until Ctrl-C')
    .addHelpText(
      'after',
      '\nLEDGER_PORT is the port to listen on (4400), or any free one where that is taken.',
    )
  command.action(async () => {
    const { data, url } = command.optsWithGlobals<GlobalOptions>()
    if (data ?? url) {
      throw new Failure('The demo has a folder of its own: it takes no --data and no --url.', {
        exit: EXIT.usage,
      })
    }
    requireNode()
    const [{ containErrors }, { startDemo }, { stopOnSignal }] = await Promise.all([
      import('../contain-errors.ts'),
      import('../demo/start-demo.ts'),
      import('../stop-on-signal.ts'),
    ])
    containErrors()
    try {
      const { text, stop } = await startDemo(openStore, environment)
      stopOnSignal({ stop })
      stdout.write(text)
    } catch (error) {
      throw failureAtStart(error)
    }
  })
}
