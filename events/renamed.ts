import { z } from 'zod'
import { evidence } from './envelope.ts'
import { reasonMessage } from './schema-reasons.ts'

/** Words for people about an event type. */
interface About {
  readonly title: string
  readonly description: string
  /** A command of the type, without its `type`. */
  readonly example: Readonly<Record<string, unknown>>
}

/**
 * The row of a `….renamed` event: from its valid time on something is called or is otherwise, in the
 * members that are given. What it was until then stays what it was.
 *
 * @param named the member that names the thing; empty for the negotiation itself
 * @param members what may be another from then on, each optional
 */
export function renamedRow<Named extends z.ZodRawShape, Members extends Optionals>(
  about: About,
  named: Named,
  members: Members,
) {
  const names = Object.keys(members)
  return {
    schema: 1,
    ...about,
    body: z
      .strictObject({ ...named, ...members, ...evidence })
      .refine(
        (body) =>
          names.some((name) => (body as Readonly<Record<string, unknown>>)[name] !== undefined),
        {
          message: reasonMessage({ code: 'no_other_name', params: { names } }),
          path: [names[0] ?? ''],
        },
      ),
  }
}

type Optionals = Readonly<Record<string, z.ZodOptional>>
