import { parse } from './docx-xml.ts'

/** A part to which another one leads (Open Packaging Conventions, ECMA-376-2). */
export interface PartRelation {
  /** The end of the address that names the kind of relation, such as `comments`. */
  readonly type: string
  /** The name of the part in the archive. */
  readonly part: string
}

/** The name of the part that lists the relations of a part; those of the whole for an empty name. */
export function nameOfRelations(part: string): string {
  const end = part.lastIndexOf('/') + 1
  return `${part.slice(0, end)}_rels/${part.slice(end)}.rels`
}

/** The relations in a part that lists those of `from`, without links that lead out of the file. */
export function relationsIn(xml: string, from: string): PartRelation[] {
  const relations: PartRelation[] = []
  const open = (name: string, attributes: ReadonlyMap<string, string>) => {
    const [type, target] = [attributes.get('Type') ?? '', attributes.get('Target') ?? '']
    if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return
    const part = partAt(target, from)
    if (part !== undefined) relations.push({ type: type.slice(type.lastIndexOf('/') + 1), part })
  }
  parse(xml, { open, close: () => {} })
  return relations
}

/** The part at an address that is relative to another part. */
function partAt(target: string, from: string): string | undefined {
  const url = URL.parse(target, `part:///${from}`)
  try {
    return url === null ? undefined : decodeURIComponent(url.pathname).slice(1)
  } catch {
    return undefined
  }
}
