import type { Command } from 'commander'
import { type GlobalOptions, ioFor, type Surroundings } from './command.ts'
import { failureAtStart } from './not-started.ts'

/** Adds the command that copies the secrets of a stopped service into PostgreSQL to `ledger access`. */
export function addCopySecrets(access: Command, surroundings: Surroundings): void {
  const copy = access
    .command('copy-secrets')
    .description(
      'copy the secrets of a stopped service from its file into the PostgreSQL of LEDGER_SECRETS_STORE',
    )
  copy.action(async () => {
    const { data } = copy.optsWithGlobals<GlobalOptions>()
    const [{ readConfig }, { copyToPostgres }] = await Promise.all([
      import('../settings/config.ts'),
      import('../access/open-secrets.ts'),
    ])
    try {
      const given = data === undefined ? {} : { LEDGER_DATA: data }
      const config = readConfig({ ...surroundings.environment, ...given })
      const rows = await copyToPostgres(config)
      const io = ioFor(copy, surroundings)
      if (io.format === 'json') return io.print(JSON.stringify(rows, null, io.indent))
      const told = Object.entries(rows).map(([table, count]) => `${count} in ${table}`)
      io.print(`Copied and compared: ${told.join(', ')}.`)
      io.note('The file is still there: destroy it once the service runs with PostgreSQL.')
    } catch (error) {
      throw failureAtStart(error)
    }
  })
}
