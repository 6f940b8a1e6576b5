import type { Client } from './running.ts'

/** The addresses below a negotiation that list something. */
export const LISTS = [
  '',
  '/changes?fromRevision=0',
  '/changes?fromValidTime=2025-11-24T00:00Z',
  '/differences',
  '/draft',
  '/drafts',
  '/issues',
  '/meetings',
  '/parties',
  '/persons',
  '/sources',
  '/stances',
  '/statements',
  '/timeline',
  '/unsupported',
  '/warnings',
]

/** Every address of an as-of read below a negotiation, from what it knows at its head. */
export async function everyRead(client: Client, negotiation: string): Promise<string[]> {
  const at = `/v1/negotiations/${negotiation}`
  const get = async (path: string) => (await client.get(`${at}${path}`)).body
  const ids = async (list: string, member: string) =>
    (await get(`/${list}`))[list].map((each: Record<string, string>) => each[member]) as string[]
  const paths = [...LISTS, '/events/0', '/events/5']
  for (const [list, member] of SINGULAR) {
    for (const id of await ids(list, member)) paths.push(`/${list}/${id}`)
  }
  for (const draft of await ids('drafts', 'draft')) {
    for (const { draftRevision } of (await get(`/drafts/${draft}`)).revisions) {
      paths.push(`/drafts/${draft}/revisions/${draftRevision}`)
      paths.push(`/drafts/${draft}/revisions/${draftRevision}/blame`)
      paths.push(`/drafts/${draft}/redline?to=${draftRevision}`)
      paths.push(`/drafts/${draft}/distance?to=${draftRevision}`)
    }
  }
  const { parties, subjects } = await get('/stances')
  for (const party of parties) {
    paths.push(`/stances/${party}`)
    for (const { kind, id } of subjects) paths.push(`/stances/${party}/${kind}/${id}`)
  }
  for (const { kind, id } of subjects) {
    paths.push(`/stances?subject=${kind}:${id}`, `/convergence?subject=${kind}:${id}`)
    paths.push(`/convergence?subject=${kind}:${id}&axis=revision`)
  }
  return paths
}

const SINGULAR = [
  ['drafts', 'draft'],
  ['issues', 'issue'],
  ['meetings', 'meeting'],
  ['parties', 'party'],
  ['persons', 'person'],
  ['sources', 'source'],
  ['statements', 'statement'],
] as const
