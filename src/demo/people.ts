import type { DemoPerson, DemoSenders } from '../access/access.ts'
import { secretsOf } from '../access/open-secrets.ts'
import { type Scope, scopes } from '../access/principal.ts'
import type { Config } from '../settings/config.ts'
import { DEMO_PEOPLE } from '../words/all-languages.ts'
import type { Language } from '../words/language.ts'

/** The people of the demo, by what each shows: all of it, one party's part, what is public. */
export interface DemoPeople extends DemoSenders {
  readonly secretariat: DemoPerson & { readonly key: string }
  readonly delegation: DemoPerson
  readonly visitor: DemoPerson
}

/** The party whose delegation it is, in the large example. */
const PARTY = 'saffara'

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
  const make = async (who: keyof (typeof DEMO_PEOPLE)['en'], reach: readonly Scope[]) => {
    const { name } = DEMO_PEOPLE.en[who]
    const { record, text } = await keys.create({ name, scopes: reach, expiresAt: null }, 'service')
    const told = (language: Language) => {
      const { name, hint, since } = DEMO_PEOPLE[language][who]
      return { name, hint: isUnderEmbargo() ? hint : since }
    }
    return { principal: record.principal, key: text, told }
  }
  try {
    const secretariat = await make('secretariat', scopes)
    const delegation = await make('delegation', ['read', 'record'])
    const visitor = { ...(await make('visitor', ['read'])), key: null }
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
