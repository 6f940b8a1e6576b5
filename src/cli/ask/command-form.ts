import { z } from 'zod'
import { aboutOf, innermost } from '../../../events/about.ts'
import { choice } from '../../../events/choice.ts'
import { command, commandMembers } from '../../../events/facts.ts'
import { PUBLIC } from '../../../events/level.ts'
import { type CommandType, recorded } from '../../../events/registry.ts'
import { readAs } from '../../../events/schema-faults.ts'
import { isAlwaysPublic } from '../../decide/levels.ts'
import { sentenceOn } from '../../decide/refusal.ts'
import { TERMINAL } from '../../words/all-languages.ts'
import type { Language } from '../../words/language.ts'
import { whatIsWrong } from '../terminal/what-is-wrong.ts'
import { type AskUser, isYes } from './dialogue.ts'
import { HELP, helpOn } from './help.ts'

type Answers = Record<string, unknown>

/**
 * Asks for a command of that type, member by member, as its schema has them.
 *
 * @param levels those above `public` that whoever is asked may record at
 */
export async function askForCommand(
  type: CommandType,
  levels: readonly string[],
  ask: AskUser,
): Promise<Answers> {
  const members = commandMembers(type, command)
  const occurred = await askForMember(members.occurred, 'occurred', ask)
  const body = await askForMembers(recorded[type].body as z.ZodObject, '', ask)
  const level = isAlwaysPublic(type) ? undefined : await askForLevel(levels, ask)
  if (level === undefined || level === PUBLIC) return { type, occurred, level, ...body }
  const releaseAt = await askForMember(members.releaseAt, 'releaseAt', ask)
  return { type, occurred, level, ...(releaseAt !== undefined && { releaseAt }), ...body }
}

/** Asks for the level of an entry; undefined for the default one of the negotiation. */
async function askForLevel(levels: readonly string[], ask: AskUser): Promise<string | undefined> {
  if (levels.length === 0) return undefined
  const about =
    'The level of the entry, else the default one of the negotiation: who is not cleared for it sees its header alone'
  const level = z
    .enum([PUBLIC, ...levels])
    .optional()
    .describe(about)
  return (await askForMember(level, 'level', ask)) as string | undefined
}

async function askForMembers(schema: z.ZodObject, path: string, ask: AskUser): Promise<Answers> {
  const answers: Answers = {}
  for (const [name, member] of Object.entries(schema.shape)) {
    if (isReadOnly(member as z.ZodType)) continue
    const value = await askForMember(member as z.ZodType, `${path}${name}`, ask)
    if (value !== undefined) answers[name] = value
  }
  return answers
}

/** Tells if the ledger sets the member itself. */
function isReadOnly(member: z.ZodType): boolean {
  const inner = member instanceof z.ZodOptional ? (member.unwrap() as z.ZodType) : member
  return inner.meta()?.readOnly === true || member.meta()?.readOnly === true
}

/** Asks for what a schema describes, by its kind; undefined where it is left out. */
async function askForMember(schema: z.ZodType, path: string, ask: AskUser): Promise<unknown> {
  const isOptional = schema instanceof z.ZodOptional
  const inner = isOptional ? (schema.unwrap() as z.ZodType) : schema
  const structure = structureOf(inner)
  if (structure instanceof z.ZodLiteral) return structure.value
  if (structure instanceof z.ZodArray) return askForItems(structure, schema, path, ask)
  if (structure === undefined) return askForLine(path, schema, ask)
  if (
    isOptional &&
    !(await isYes(ask, TERMINAL[ask.language].give(path), { help: helpOn(schema, ask.language) }))
  )
    return undefined
  if (structure instanceof z.ZodObject) return askForMembers(structure, `${path}.`, ask)
  return askForOption(structure, path, ask)
}

type Structure = z.ZodObject | z.ZodArray | z.ZodDiscriminatedUnion | z.ZodLiteral

/** The schema with members beneath the checks and changes put on it; undefined for a line. */
function structureOf(schema: z.ZodType): Structure | undefined {
  if (schema instanceof z.ZodPipe) return structureOf(schema.in as z.ZodType)
  const isStructure =
    schema instanceof z.ZodObject ||
    schema instanceof z.ZodArray ||
    schema instanceof z.ZodDiscriminatedUnion ||
    schema instanceof z.ZodLiteral
  return isStructure ? schema : undefined
}

async function askForItems(
  { element }: z.ZodArray,
  schema: z.ZodType,
  path: string,
  ask: AskUser,
): Promise<unknown[] | undefined> {
  const items: unknown[] = []
  const help = helpOn(schema, ask.language)
  const { give, anotherOf } = TERMINAL[ask.language]
  while (await isYes(ask, items.length === 0 ? give(path) : anotherOf(path), { help })) {
    items.push(await askForMember(element as z.ZodType, `${path}[${items.length}]`, ask))
  }
  return schema instanceof z.ZodOptional && items.length === 0 ? undefined : items
}

/** Asks which of its forms it has, then for its members. */
async function askForOption(
  union: z.ZodDiscriminatedUnion,
  path: string,
  ask: AskUser,
): Promise<Answers> {
  const by = union.def.discriminator
  const forms = new Map(
    (union.options as unknown as z.ZodObject[]).map((form) => [
      String((form.shape[by] as unknown as z.ZodLiteral).value),
      form,
    ]),
  )
  const meanings = [...forms].map(([name, form]) => [name, aboutOf(form).description ?? ''])
  const kind = choice(aboutOf(union).description ?? '', Object.fromEntries(meanings))
  const chosen = await askForLine(`${path}.${by}`, kind, ask)
  return askForMembers(forms.get(String(chosen)) as z.ZodObject, `${path}.`, ask)
}

/**
 * Asks until the line is what the schema takes; an empty one leaves an optional member out, and a
 * question mark explains the member.
 */
async function askForLine(path: string, schema: z.ZodType, ask: AskUser): Promise<unknown> {
  const isOptional = schema instanceof z.ZodOptional
  const kind = innermost(schema)
  const choices = kind instanceof z.ZodEnum ? kind.options.map(String) : []
  const label = labelOf(path, schema, choices, ask.language)
  for (let before = ''; ; ) {
    const line = (await ask(`${before}${label}`, choices, isOptional)).trim()
    if (line === '' && isOptional) return undefined
    if (line === HELP) {
      before = helpOn(schema, ask.language)
      continue
    }
    const value = kind instanceof z.ZodNumber && line !== '' ? Number(line) : line
    const { faults } = readAs(schema, value)
    if (faults === undefined) return value
    before = `  ${sentenceOn(TERMINAL[ask.language].it, whatIsWrong(faults, ask.language))}\n`
  }
}

/** Choices beyond which a question names one of them alone; Tab and a question mark list the rest. */
const MOST_CHOICES = 12

function labelOf(
  path: string,
  schema: z.ZodType,
  choices: readonly string[],
  language: Language,
): string {
  const [example] = choices.length > 0 ? choices : aboutOf(schema).examples
  const isShort = choices.length > 0 && choices.length <= MOST_CHOICES
  const hint = isShort ? choices.join(' | ') : TERMINAL[language].suchAs(String(example))
  return `${path} (${hint})`
}
