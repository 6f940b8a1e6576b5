import type { WarningReply } from '../../../projections/warnings/warning.ts'
import { ApiError, postJson } from '../data/api.ts'
import { capital } from '../words/labels.ts'
import type { Faults } from './faults.ts'
import type { FormValue } from './values.ts'

/** The answer of the service to what is sent to be recorded. */
export interface SendOutcome {
  readonly events: readonly { readonly id: string; readonly revision: number }[]
  readonly warnings: readonly WarningReply[] | null
}

/** The reason why nothing was recorded, and what is wrong, by JSON Pointer. */
export interface ShownRefusal {
  readonly message: string
  readonly errors: Faults
  /** True if the service just said so; else some of it may be mended already. */
  readonly isNew: boolean
}

/** Sends one command, or several, to be recorded or, as a dry run, only to be judged. */
export async function send(
  negotiation: string,
  command: FormValue,
  key: string,
  dryRun: boolean,
): Promise<SendOutcome | ShownRefusal> {
  const path = `/v1/negotiations/${negotiation}/events${dryRun ? '?dryRun=true' : ''}`
  try {
    const response = await postJson(path, command, dryRun ? {} : { 'idempotency-key': key })
    return (await response.json()) as SendOutcome
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return shownRefusal(error)
  }
}

/** The reason why a request was refused, for a form. */
export function shownRefusal(error: ApiError): ShownRefusal {
  return { message: error.message, errors: byPointer(error), isNew: true }
}

function byPointer({ problem }: ApiError): Map<string, string[]> {
  const errors = new Map<string, string[]>()
  for (const { pointer = '', what } of problem?.errors ?? []) {
    errors.set(pointer, [...(errors.get(pointer) ?? []), capital(what)])
  }
  return errors
}
