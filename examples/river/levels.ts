import type { ExampleRequest } from '../example.ts'

/** The levels above `public` of the negotiation on the Maruvel, the lowest first. */
const LEVELS = ['restricted', 'confidential']

/** Sources that the desk keeps above `public`, by their ids. */
const KEPT: Readonly<Record<string, (typeof LEVELS)[number]>> = {
  'framework-wire': 'restricted',
  'reserve-declaration': 'restricted',
  'tolmary-scoop': 'confidential',
  'mandate-paper': 'confidential',
}

/** The one of them that is under an embargo. */
const EMBARGOED = 'reserve-declaration'

/**
 * The requests of the negotiation, with those sources, and all that rests on them, above `public`.
 *
 * @param embargo the end of the embargo, UTC ISO 8601; without it none ends
 */
export function withLevels(
  requests: readonly ExampleRequest[],
  embargo: string | undefined,
): ExampleRequest[] {
  const hidden = new Map(Object.entries(KEPT))
  return requests.map((request) => ({
    ...request,
    commands: request.commands.map((command) => {
      if (command.type === 'negotiation.opened') return { ...command, levels: LEVELS }
      const text = JSON.stringify(command)
      const level = levelOf(text, hidden)
      if (level === undefined) return command
      for (const id of [command.id, command.statement]) {
        if (typeof id === 'string') hidden.set(id, level)
      }
      const ends = embargo !== undefined && names(text, EMBARGOED)
      return { ...command, level, ...(ends && { releaseAt: embargo }) }
    }),
  }))
}

/** The highest level of what a command, as JSON, names; undefined if all of that is public. */
function levelOf(command: string, hidden: ReadonlyMap<string, string>): string | undefined {
  const named = [...hidden].filter(([id]) => names(command, id)).map(([, level]) => level)
  return LEVELS.findLast((level) => named.includes(level))
}

function names(command: string, id: string): boolean {
  return command.includes(`"${id}"`)
}
