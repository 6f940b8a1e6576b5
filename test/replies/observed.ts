import { departure } from './hold.ts'
import { observeReplies } from './observe.ts'

let checks: Promise<string | undefined>[] = []

observeReplies((reply) => void checks.push(departure(reply)))

/** @returns how the replies of the services in this process departed from the API's description since the last call. */
export async function observed(): Promise<string[]> {
  const all = checks
  checks = []
  return (await Promise.all(all)).filter((one) => one !== undefined)
}
