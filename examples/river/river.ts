import type { ExampleRequest } from '../example.ts'
import { enterDrafts } from './write/drafts.ts'
import { Entries, eventId } from './write/entries.ts'
import { enterFrame } from './write/frame.ts'
import { enterReports } from './write/reports.ts'
import { enterStory } from './write/tell-story.ts'

/**
 * The requests of the invented negotiation on the Maruvel, written from the files beside this one:
 * always the same for the same files. A sitting of the desk is one request.
 */
export function writeRiver(): ExampleRequest[] {
  const entries = new Entries()
  enterFrame(entries)
  enterDrafts(entries)
  enterReports(entries)
  enterStory(entries)
  const sittings = Map.groupBy(entries.inOrder(), ({ at }) => at)
  return [...sittings].map(([recordedAt, sitting]) => {
    const commands = sitting.map(({ command }) => command)
    if (commands.every(({ id }) => id === undefined)) {
      return { recordedAt, idempotencyKey: `river-${recordedAt}`, commands }
    }
    // A request has a key, or an id for each of its commands.
    const named = commands.map((command, at) => ({
      id: eventId(`${recordedAt} ${at}`),
      ...command,
    }))
    return { recordedAt, commands: named }
  })
}
