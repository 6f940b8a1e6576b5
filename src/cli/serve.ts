import { requireNode } from '../node-version.ts'
import type { AddCommand, GlobalOptions } from './command.ts'

interface ServeOptions extends GlobalOptions {
  readonly host?: string
  readonly port?: string
}

/** `ledger serve`: the service, until a signal ends it. */
export const addServe: AddCommand = (program, { environment }) => {
  const command = program
    .command('serve')
    .description('serve the ledgers in a data folder, until Ctrl-C')
    .option('--host <address>', 'address to listen on')
    .option('--port <n>', 'port to listen on; 0 takes any that is free')
  command.action(async () => {
    requireNode()
    const { data, host, port } = command.optsWithGlobals<ServeOptions>()
    const [{ readConfig }, { openStore }, { reportFailure }, { serve }, { stopOnSignal }] =
      await Promise.all([
        import('../config.ts'),
        import('../open-store.ts'),
        import('../report-failure.ts'),
        import('../serve.ts'),
        import('../stop-on-signal.ts'),
      ])
    const given = {
      ...(data && { LEDGER_DATA: data }),
      ...(host && { LEDGER_HOST: host }),
      ...(port && { LEDGER_PORT: port }),
    }
    try {
      const config = readConfig({ ...environment, ...given })
      stopOnSignal(await serve(config, (folder) => openStore(folder, config)))
    } catch (error) {
      reportFailure(error)
    }
  })
}
