import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { readDockerfile, type Stage, type Step, variablesOf } from './dockerfile.ts'

/** The last stage as it was built: its folder `/app`, its variables and its command. */
export interface Built {
  readonly app: string
  readonly variables: Readonly<Record<string, string>>
  readonly command: readonly string[]
}

/** The folders that steps name from the root of their image. */
const ABSOLUTE = /(?<![\w./-])\/(app|data|keys)(?=[\s/]|$)/g

/** Replaces `npm ci`: links the packages that it would install, hard, from the ones installed here. */
const NPM = join(import.meta.dirname, 'npm-ci.js')

/**
 * Carries out the COPY and RUN steps of a Dockerfile, stage by stage, each stage in an empty folder
 * that stands for the root of its image. What an engine does and a folder cannot is left out:
 * images, users and their rights.
 *
 * @param context the folder that COPY copies from.
 * @throws {Error} a step fails, or copies what is not there.
 */
export function replayDockerfile(text: string, context: string, folder: string): Built {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\nexec node '${NPM}' "$@"\n`)
  writeFileSync(join(bin, 'chown'), '#!/bin/sh\n')
  for (const name of ['npm', 'chown']) chmodSync(join(bin, name), 0o755)
  const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter)
  const stages = readDockerfile(text)
  for (const [index, stage] of stages.entries()) {
    replayStage(stage, { context, root: rootOf(folder, stage, index), folder, path })
  }
  return built(rootOf(folder, stages.at(-1) as Stage, stages.length - 1), stages.at(-1) as Stage)
}

interface Place {
  readonly context: string
  readonly root: string
  readonly folder: string
  readonly path: string
}

function replayStage({ steps }: Stage, { context, root, folder, path }: Place): void {
  let work = root
  mkdirSync(root)
  for (const { name, text } of steps) {
    if (name === 'WORKDIR') {
      work = join(root, text)
      mkdirSync(work, { recursive: true })
    } else if (name === 'COPY') {
      const [, stage] = /^--from=(\S+)\s/.exec(text) ?? []
      const from = stage === undefined ? context : join(folder, stage)
      copy(text.replace(/^--from=\S+\s+/, '').split(/\s+/), from, work)
    } else if (name === 'RUN') {
      const command = text.replaceAll(ABSOLUTE, (found) => join(root, found))
      execFileSync('sh', ['-ec', command], { cwd: work, env: { PATH: path }, stdio: 'pipe' })
    }
  }
}

/** Copies as COPY does: a file into a folder, or the contents of a folder. */
function copy(names: string[], from: string, work: string): void {
  const target = names.pop() as string
  for (const name of names) {
    const source = join(from, name)
    if (!existsSync(source)) throw new Error(`COPY ${name}: it is not in the build context`)
    const into = join(work, target)
    const place =
      statSync(source).isDirectory() || !target.endsWith('/') ? into : join(into, basename(name))
    cpSync(source, place, { recursive: true })
  }
}

function built(root: string, { steps }: Stage): Built {
  const texts = (name: string) => steps.filter((step: Step) => step.name === name)
  const variables = Object.assign({}, ...texts('ENV').map(({ text }) => variablesOf(text)))
  for (const [name, value] of Object.entries(variables)) {
    variables[name] = (value as string).replaceAll(ABSOLUTE, (found) => join(root, found))
  }
  return {
    app: join(root, 'app'),
    variables,
    command: JSON.parse(texts('CMD').at(-1)?.text ?? '[]'),
  }
}

function rootOf(folder: string, { name }: Stage, index: number): string {
  return join(folder, name || `stage-${index}`)
}
