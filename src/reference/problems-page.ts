import { type ProblemKind, problems } from '../problems/problems.ts'
import type { ReferencePage } from './page.ts'

/** The catalogue of problems as a page. */
export function problemsPage(): ReferencePage {
  return {
    title: 'Problems',
    introduction: INTRODUCTION,
    sections: Object.entries<ProblemKind>(problems).map(([code, { status, title, help }]) => ({
      id: code,
      title: code,
      level: 2,
      paragraphs: [`${status} · ${title}.`, help],
    })),
  }
}

const INTRODUCTION = [
  'Every response that is no success is a problem details object (RFC 9457), `application/problem+json`: `code` is one of those below and does not change, `type` is the address of its section here, `detail` says what is wrong with this request, `instance` finds the request in the log, and `errors` has each part of the request at fault: a `pointer` (RFC 6901) into the body, a `line` of a file, a `parameter` or a `header`, with a `code` of its own and a `detail`, a sentence that names the part, what was given where that is short, and the remedy. Text that is not JSON has `line` and `column`. A name that is not known comes with the nearest one that is, and with all where they are few.',
]
