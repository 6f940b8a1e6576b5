import { z } from 'zod'
import { DateText } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import { type EventType, registry } from '../../../events/registry.ts'
import { type Ask, isYes, LEAVE_OUT } from './dialogue.ts'

type Answers = Record<string, unknown>

/** Asks for a command of that type, member by member, as its schema has them. */
export async function askForCommand(type: EventType, ask: Ask): Promise<Answers> {
  const occurred = await askForLine(
    'occurred (when: 2026-03-01, 2026-03, ../2026-03-01)',
    DateText,
    ask,
    type === 'statement.recorded',
  )
  return { type, occurred, ...(await askForMembers(registry[type].body as z.ZodObject, '', ask)) }
}

async function askForMembers(schema: z.ZodObject, path: string, ask: Ask): Promise<Answers> {
  const answers: Answers = {}
  for (const [name, member] of Object.entries(schema.shape)) {
    if ((member as z.ZodType).meta()?.readOnly === true) continue
    const value = await askForMember(member as z.ZodType, `${path}${name}`, ask)
    if (value !== undefined) answers[name] = value
  }
  return answers
}

/** Asks for what a schema describes, by its kind; undefined where it is left out. */
async function askForMember(schema: z.ZodType, path: string, ask: Ask): Promise<unknown> {
  const isOptional = schema instanceof z.ZodOptional
  const inner = isOptional ? (schema.unwrap() as z.ZodType) : schema
  const structure = structureOf(inner)
  if (structure instanceof z.ZodLiteral) return structure.value
  if (structure instanceof z.ZodArray) return askForItems(structure, path, isOptional, ask)
  if (structure === undefined) {
    return askForLine(labelOf(path, schema, isOptional), inner, ask, isOptional)
  }
  if (isOptional && !(await isYes(ask, `Give ${path}?`))) return undefined
  if (structure instanceof z.ZodObject) return askForMembers(structure, `${path}.`, ask)
  return askForOption(structure, path, ask)
}

type Structure = z.ZodObject | z.ZodArray | z.ZodDiscriminatedUnion | z.ZodLiteral

/** What has members of its own beneath the checks and changes put on it; undefined for a line. */
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
  path: string,
  isOptional: boolean,
  ask: Ask,
): Promise<unknown[] | undefined> {
  const items: unknown[] = []
  while (await isYes(ask, items.length === 0 ? `Give ${path}?` : `Another of ${path}?`)) {
    items.push(await askForMember(element as z.ZodType, `${path}[${items.length}]`, ask))
  }
  return isOptional && items.length === 0 ? undefined : items
}

/** Asks which of several forms it has, then for its members. */
async function askForOption(
  union: z.ZodDiscriminatedUnion,
  path: string,
  ask: Ask,
): Promise<Answers> {
  const by = union.def.discriminator
  const forms = new Map(
    (union.options as unknown as z.ZodObject[]).map((form) => [
      String((form.shape[by] as unknown as z.ZodLiteral).value),
      form,
    ]),
  )
  const names = [...forms.keys()]
  const question = `${path}.${by}${names.length > 10 ? ` (such as ${Object.keys(facts)[0]})` : ` (${names.join(' | ')})`}`
  const chosen = await askForLine(question, z.enum(names), ask, false, names)
  return askForMembers(forms.get(String(chosen)) as z.ZodObject, `${path}.`, ask)
}

/** Asks until the line is what the schema takes; an empty one leaves an optional member out. */
async function askForLine(
  label: string,
  schema: z.ZodType,
  ask: Ask,
  isOptional = false,
  choices: readonly string[] = choicesOf(schema),
): Promise<unknown> {
  let why = ''
  for (;;) {
    const line = (await ask(`${why}${label}`, choices)).trim()
    if (line === '' && isOptional) return undefined
    const value = schema instanceof z.ZodNumber && line !== '' ? Number(line) : line
    const parsed = schema.safeParse(value)
    if (parsed.success) return value
    const wanted = choices.length > 0 ? `One of ${choices.join(', ')}.` : ''
    why = `  ${wanted || parsed.error.issues[0]?.message}\n`
  }
}

function labelOf(path: string, schema: z.ZodType, isOptional: boolean): string {
  const inner = isOptional ? ((schema as z.ZodOptional).unwrap() as z.ZodType) : schema
  const choices = choicesOf(inner)
  const help = schema.description ?? inner.description
  return [
    path,
    ...(choices.length > 0 ? [`(${choices.join(' | ')})`] : help ? [`(${help})`] : []),
    ...(isOptional ? [LEAVE_OUT] : []),
  ].join(' ')
}

function choicesOf(schema: z.ZodType): readonly string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : []
}
