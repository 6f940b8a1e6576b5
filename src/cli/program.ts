import { Command, Option } from 'commander'
import about from '../../package.json' with { type: 'json' }
import { LANGUAGES } from '../words/language.ts'
import { addAccess } from './access.ts'
import type { Surroundings } from './command.ts'
import { addCompletion } from './completion.ts'
import { addDemo } from './demo.ts'
import { addDoctor } from './doctor.ts'
import { addExport } from './export.ts'
import { addFetch } from './fetch.ts'
import { addFollow } from './follow.ts'
import { addImport } from './import.ts'
import { addKey } from './key.ts'
import { addList } from './list.ts'
import { addMatch } from './match.ts'
import { addRecord } from './record.ts'
import { addReplay } from './replay.ts'
import { addSearch } from './search.ts'
import { addServe } from './serve.ts'
import { addShow } from './show.ts'
import { addSource } from './source.ts'
import { addCompare, addVerify } from './verify.ts'

const EXAMPLES = `
Examples:
  ledger demo                                    try it on an example
  ledger show matrix peace-plan                  where each party stands now
  ledger show matrix peace-plan -v 2025-11-29T00:00Z   where they stood then
  ledger show changes peace-plan --since 24h     who moved since yesterday
  ledger follow peace-plan                       each entry as it is recorded
  ledger fetch my-talks -o talks.bundle          what an auditor takes home
  ledger record my-talks entries.ndjson --dry-run      what would be recorded

Data goes to stdout, everything else to stderr. docs/cli.md has the exit codes.`

/** The command line, with all its commands. */
export function programOf(surroundings: Surroundings): Command {
  const program = new Command('ledger')
    .description('An append-only ledger of a negotiation: who stands where, at any moment')
    .addOption(
      new Option(
        '--url <url>',
        'the service to ask (LEDGER_URL; default: the one on this machine)',
      ).conflicts('data'),
    )
    .option('--data <folder>', 'work on a data folder that no service has open')
    .addOption(new Option('--json', 'JSON, one line for each item of a list').conflicts('table'))
    .option('--table', 'tables for people, where stdout is no terminal either')
    .option('--no-color', 'no colours (as NO_COLOR does)')
    .addOption(
      new Option(
        '--lang <language>',
        'headlines and warnings in this language (default: LANG)',
      ).choices(LANGUAGES),
    )
    .option('-q, --quiet', 'nothing beside the data but failures')
    .version(about.version, '--version', 'print the version')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Try --help.')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void surroundings.stdout.write(text),
      writeErr: (text) => void surroundings.stderr.write(text),
    })
  for (const add of [
    addServe,
    addDemo,
    addRecord,
    addSource,
    addMatch,
    addImport,
    addExport,
    addList,
    addShow,
    addSearch,
    addFollow,
    addFetch,
    addVerify,
    addCompare,
    addReplay,
    addKey,
    addAccess,
    addDoctor,
    addCompletion,
  ]) {
    add(program, surroundings)
  }
  return program
}
