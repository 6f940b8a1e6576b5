import type { LeftOut } from '../../../projections/text/left-out.ts'
import type { Messages } from '../../words/messages.ts'
import { ApiError, linesOfResponse, type ProblemDetails, postJson } from '../data/api.ts'
import { messages } from '../words/messages.ts'
import type { Carried } from './read-file.ts'
import { type ShownRefusal, shownRefusal } from './send.ts'
import type { Members } from './values.ts'

/** The commands that record a whole text, and what they rest on, as the service answers. */
export interface Matched {
  readonly basis: readonly string[]
  readonly commands: readonly Members[]
  readonly removed: readonly string[]
  readonly units: readonly {
    readonly unit: number
    readonly label: string | null
    readonly clause: string
    readonly how: string
    readonly brackets: {
      readonly unresolved: readonly string[]
      readonly unread: readonly object[]
    }
  }[]
  readonly uncertain: readonly { readonly unit: number; readonly clause: string }[]
  readonly reading: {
    readonly title: string | null
    readonly uncertain: readonly {
      readonly at: number
      readonly label: string
      readonly taken: boolean
      readonly why: 'skips' | 'repeats' | 'falls' | 'begins_late' | 'goes_on' | 'skips_levels'
    }[]
    readonly proposals: readonly {
      readonly kind: 'insertion' | 'deletion' | 'comment'
      readonly author: string
      readonly date: string | null
      readonly text: string
    }[]
    readonly leftOut: readonly LeftOut[]
  }
}

type Line =
  | { readonly kind: 'matched'; readonly answer: Matched }
  | { readonly kind: 'refused'; readonly problem: ProblemDetails }
  | {
      readonly kind: 'progress'
      readonly stage: keyof Messages['record']['stages']
      readonly done: number
      readonly of: number
    }

/** A file whose text is to be a revision, and the parties for which codes in its brackets stand. */
export interface WholeText {
  readonly name: string
  readonly carried: Carried
  readonly codes: Readonly<Record<string, string>>
}

/** Members of `draft.revised` that the matching takes from the form as they are. */
const TAKEN = ['revision', 'occurred', 'proposers', 'title', 'meeting', 'attests', 'evidence']

/** Has a whole text matched with the text before. @param tell hears how far the work is */
export async function matchWhole(
  negotiation: string,
  command: Members,
  { carried, codes }: WholeText,
  tell: (progress: string) => void,
): Promise<Matched | ShownRefusal> {
  const draft = encodeURIComponent(String(command.draft ?? ''))
  const path = `/v1/negotiations/${negotiation}/drafts/${draft}/match?progress=true`
  const basis = command.basis as readonly unknown[] | undefined
  const asked = {
    ...Object.fromEntries(TAKEN.map((name) => [name, command[name]])),
    ...(basis !== undefined && basis.length > 0 && { basis }),
    ...carried,
    parties: Object.entries(codes).map(([code, party]) => ({ code, party })),
  }
  try {
    const response = await postJson(path, asked)
    for await (const text of linesOfResponse(response)) {
      const line = JSON.parse(text) as Line
      if (line.kind === 'matched') return line.answer
      if (line.kind === 'refused') {
        const { problem } = line
        throw new ApiError(problem.detail ?? problem.title, problem)
      }
      tell(messages.record.stages[line.stage](line.done, line.of))
    }
    throw new ApiError(messages.record.brokeOff)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return shownRefusal(error)
  }
}
