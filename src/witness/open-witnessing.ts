import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationInvalid } from '../settings/config.ts'
import { readPolicy } from '../verify/policy.ts'
import { Cosignatures } from './cosignatures.ts'
import { Witnessing } from './witnessing.ts'

/**
 * The witnesses of the policy file that is configured, with their cosignatures in the data folder;
 * undefined if none is.
 *
 * @throws {ConfigurationInvalid} the file is no policy.
 */
export function openWitnessing(
  { data, witnessPolicy }: { readonly data: string; readonly witnessPolicy: string },
  report: (origin: string, error: Error) => void,
): Witnessing | undefined {
  if (witnessPolicy === '') return undefined
  try {
    const policy = readPolicy(readFileSync(witnessPolicy, 'utf8'))
    return new Witnessing({
      policy,
      report,
      kept: new Cosignatures(join(data, 'cosignatures.sqlite')),
    })
  } catch (error) {
    const why = (error as Error).message
    throw new ConfigurationInvalid([
      `LEDGER_WITNESS_POLICY ${witnessPolicy} cannot be used: ${why}`,
    ])
  }
}
