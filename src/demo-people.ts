import type { DemoPerson, DemoSenders } from './access/access.ts'
import { secretsOf } from './access/open-secrets.ts'
import { type Scope, scopes } from './access/principal.ts'
import type { Config } from './config.ts'

/** The people of the demo, by what each shows: all of it, one party's part, what is public. */
export interface DemoPeople extends DemoSenders {
  readonly secretariat: DemoPerson & { readonly key: string }
  readonly delegation: DemoPerson
  readonly visitor: DemoPerson
}

/** The party whose delegation it is, in the large example. */
const PARTY = 'saffara'

/** One example of a level for each, in the large example, and of the embargo while it lasts. */
const HINTS = {
  visitor:
    'reads what is public. Find “less than one summer” in the treaty on the river: it is not there before the embargo on that declaration ends, ten minutes after the start. Then What is new has it under Made public.',
  delegation:
    'is cleared up to restricted. Find “less than one summer” in the treaty on the river: the declaration, under its embargo. Find “the delegation may accept”: nothing, since the leaked paper that says so is confidential.',
  secretariat:
    'reads everything. Find “the delegation may accept” in the treaty on the river: the leaked paper, which is confidential. Access lists who read what.',
}

/** The same once the embargo has ended. */
const HINTS_SINCE: typeof HINTS = {
  visitor:
    'reads what is public. Find “less than one summer” in the treaty on the river: the declaration that was under an embargo, which What is new has under Made public.',
  delegation:
    'is cleared up to restricted. Find “the delegation may accept” in the treaty on the river: nothing, since the leaked paper that says so is confidential.',
  secretariat: HINTS.secretariat,
}

/**
 * Makes the people of the demo, before the service starts: whoever has a key then runs it.
 *
 * @param isUnderEmbargo false once the embargo of the large example has ended
 */
export async function makeDemoPeople(
  config: Config,
  isUnderEmbargo: () => boolean,
): Promise<DemoPeople> {
  const { store, keys } = await secretsOf(config, Date.now)()
  const make = async (name: string, reach: readonly Scope[]) => {
    const { record, text } = await keys.create({ name, scopes: reach, expiresAt: null }, 'service')
    return { principal: record.principal, name, key: text }
  }
  const hinted = <P extends object>(person: P, who: keyof typeof HINTS) =>
    Object.defineProperty(person as P & { readonly hint: string }, 'hint', {
      get: () => (isUnderEmbargo() ? HINTS : HINTS_SINCE)[who],
      enumerable: true,
    })
  try {
    const secretariat = hinted(await make('Secretariat', scopes), 'secretariat')
    const delegation = hinted(await make('Delegation of Saffara', ['read', 'record']), 'delegation')
    const visitor = hinted({ ...(await make('The public', ['read'])), key: null }, 'visitor')
    const guest = { id: visitor.principal, via: 'open', scopes: new Set<Scope>(['read']) } as const
    return {
      ...{ secretariat, delegation, visitor, guest },
      people: [visitor, delegation, secretariat],
    }
  } finally {
    await store.close()
  }
}

/** Gives the people of the demo their roles in a negotiation that the secretariat has opened. */
export async function grantDemoRoles(
  url: string,
  negotiation: string,
  { secretariat, delegation, visitor }: DemoPeople,
): Promise<void> {
  const isLarge = negotiation === 'maruvel'
  const own = isLarge ? { role: 'recorder', parties: [PARTY], clearance: 'restricted' } : undefined
  for (const [{ principal }, role] of [
    [visitor, { role: 'viewer' }],
    [delegation, own ?? { role: 'viewer' }],
  ] as const) {
    const response = await fetch(`${url}/v1/negotiations/${negotiation}/roles`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${secretariat.key}`,
      },
      body: JSON.stringify({ type: 'role.granted', principal, ...role }),
    })
    if (!response.ok) throw new Error(`the demo cannot grant a role: ${await response.text()}`)
  }
}
