import { type ProblemKind, problems } from './problems.ts'

/** The catalogue as a page of documentation, in Markdown. */
export function problemsPage(): string {
  const rows = Object.entries<ProblemKind>(problems).map(
    ([code, { status, title, help }]) => `## ${code}\n\n**${status}** · ${title}.\n\n${help}\n`,
  )
  return `${INTRODUCTION}\n${rows.join('\n')}`
}

const INTRODUCTION = `# Problems

Every response that is no success is a problem details object (RFC 9457), \`application/problem+json\`:
\`code\` is one of those below and does not change, \`type\` is the address of its section here,
\`detail\` says what is wrong with this request, \`instance\` finds the request in the log, and
\`errors\` names each thing at fault: a \`pointer\` (RFC 6901) into the body, a \`parameter\` or a
\`header\`.
`
