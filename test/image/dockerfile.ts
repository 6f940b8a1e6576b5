/** An instruction of a Dockerfile with all that follows its name. */
export interface Step {
  readonly name: string
  readonly text: string
}

/** A stage of a Dockerfile: its image, its name (empty if it has none) and what follows `FROM`. */
export interface Stage {
  readonly image: string
  readonly name: string
  readonly steps: readonly Step[]
}

/**
 * Reads a Dockerfile: comments are left out, continued lines joined.
 *
 * @throws {Error} an instruction stands before the first `FROM`.
 */
export function readDockerfile(text: string): Stage[] {
  const stages: (Stage & { steps: Step[] })[] = []
  const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line))
  for (const line of lines
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')) {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? []
    if (name === 'FROM') {
      const [image = '', , alias = ''] = rest.split(/\s+/)
      stages.push({ image, name: alias, steps: [] })
    } else if (stages.length === 0) throw new Error(`${line} stands before the first FROM`)
    else stages.at(-1)?.steps.push({ name, text: rest })
  }
  return stages
}

/** The variables of an `ENV` step. */
export function variablesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  )
}
