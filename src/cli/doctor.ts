import { nodeFault } from '../node-version.ts'
import type { GlobalOptions } from './command.ts'
import { type AddCommand, ioFor } from './command.ts'
import type { Check } from './doctor/check.ts'
import { configurationChecks } from './doctor/configuration.ts'
import { checkFolder } from './doctor/folder.ts'
import { checkSecrets, secretsFileFor } from './doctor/secrets.ts'
import { checkServer } from './doctor/server.ts'
import { checkService } from './doctor/service.ts'
import { Failure } from './failure.ts'
import type { Style } from './terminal/paint.ts'
import { table } from './terminal/table.ts'

const STYLES: Record<Check['state'], Style> = { ok: 'green', note: 'cyan', fault: 'red' }

/** `ledger doctor`: what this machine has, what is wrong with it, and what to do. */
export const addDoctor: AddCommand = (program, surroundings) => {
  const command = program
    .command('doctor')
    .description('check Node, the configuration, the data folder and the service')
  command.action(async () => {
    const io = ioFor(command, surroundings)
    const { url, data } = command.optsWithGlobals<GlobalOptions>()
    const { environment, openStore } = surroundings
    const folder = data ?? environment.LEDGER_DATA ?? 'data'
    const checks = [
      checkNode(),
      ...configurationChecks(environment),
      ...(await checkFolder(
        folder,
        openStore,
        environment.LEDGER_INDEX ?? '',
        secretsFileFor(folder, environment),
      )),
      ...(await checkServer(environment)),
      ...(await checkSecrets(folder, environment)),
      ...(await checkService(url, environment)),
    ]
    if (io.format === 'json') for (const check of checks) io.print(JSON.stringify(check))
    else io.print(drawn(checks, io))
    const faults = checks.filter(({ state }) => state === 'fault')
    if (faults.length === 0) return
    throw new Failure(`${faults.length} of ${checks.length} checks found a fault.`)
  })
}

function drawn(checks: readonly Check[], io: Parameters<typeof table>[2]): string {
  const rows = checks.map(({ check, state, detail, advice }) => [
    { text: state, style: STYLES[state] },
    check,
    [detail, advice].filter((text) => text !== undefined).join(' '),
  ])
  return table([{ title: 'State' }, { title: 'Check', rigid: true }, { title: 'Found' }], rows, io)
}

function checkNode(): Check {
  const fault = nodeFault()
  const check = 'Node'
  if (fault === undefined) return { check, state: 'ok', detail: process.versions.node }
  const advice = 'To work against a service, this Node is enough.'
  return { check, state: 'note', detail: fault, advice }
}
