import { nearestName } from '../../../events/nearest-name.ts'
import type { Route } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import type { KnownHere } from './known-here.ts'
import { addressParameters } from './parameters.ts'

/** The faults of an address, each in a sentence that says what would be right. */
export async function findMisread(
  { view, query, unknownView, repeated }: Route,
  known: KnownHere,
): Promise<string[]> {
  const parameters = addressParameters(view)
  const faults = Object.entries(query).map(async ([name, value]) => {
    const check = parameters[name]
    if (check === undefined) return unknownParameter(name, Object.keys(parameters))
    const wrong = await check(value, known, query)
    return wrong === undefined ? [] : [messages.address.misread(name, value, wrong)]
  })
  return [
    ...(unknownView === undefined ? [] : [messages.address.noView(unknownView)]),
    ...(repeated ?? []).map((name) => messages.address.repeated(name)),
    ...(await Promise.all(faults)).flat(),
  ]
}

function unknownParameter(name: string, known: readonly string[]): string[] {
  const near = nearestName(name, known)
  return [messages.address.noParameter(name, near, known.join(', '))]
}
