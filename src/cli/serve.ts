import { requireNode } from '../node-version.ts'
import { type AddCommand, type GlobalOptions, ioFor } from './command.ts'
import { failureAtStart } from './not-started.ts'

interface ServeOptions extends GlobalOptions {
  readonly host?: string
  readonly port?: string
}

/** `ledger serve`: the service, until a signal ends it. */
export const addServe: AddCommand = (program, surroundings) => {
  const command = program
    .command('serve')
    .description('serve the ledgers in a data folder, until Ctrl-C')
    .option('--host <address>', 'address to listen on')
    .option('--port <n>', 'port to listen on; 0 takes any that is free')
  command.action(async () => {
    requireNode()
    const { data, host, port } = command.optsWithGlobals<ServeOptions>()
    const [
      dashboard,
      { containErrors },
      { readConfig },
      { openStore },
      { serve },
      { stopOnSignal },
    ] = await Promise.all([
      import('../build/dashboard-folder.ts'),
      import('../contain-errors.ts'),
      import('../settings/config.ts'),
      import('../open-store.ts'),
      import('../serve.ts'),
      import('../stop-on-signal.ts'),
    ])
    const given = {
      ...(data && { LEDGER_DATA: data }),
      ...(host && { LEDGER_HOST: host }),
      ...(port && { LEDGER_PORT: port }),
    }
    containErrors()
    try {
      const config = readConfig({ ...surroundings.environment, ...given })
      stopOnSignal(await serve(config, (folder) => openStore(folder, config)))
      if (!dashboard.builtDashboard()) ioFor(command, surroundings).note(dashboard.NO_DASHBOARD)
    } catch (error) {
      throw failureAtStart(error)
    }
  })
}
