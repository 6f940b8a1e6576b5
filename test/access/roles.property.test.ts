import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoleEvent } from '../../events/registry.ts'
import { isInForce, Roles } from '../../projections/access/roles.ts'

const UNTIL = ['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', undefined]

const change = fc.record({
  isGrant: fc.boolean(),
  principal: fc.constantFrom('p-1', 'p-2', 'p-3'),
  role: fc.constantFrom('admin' as const, 'recorder' as const, 'viewer' as const),
  until: fc.constantFrom(...UNTIL),
})

/** The events of an access ledger, some of which revoke what nobody has. */
const history = fc.array(change, { maxLength: 30 }).map((changes) =>
  changes.map(({ isGrant, principal, role, until }, revision) => {
    const body = { principal, role, ...(isGrant && until !== undefined && { until }) }
    const meta = { revision, id: `${revision}`, actor: 'p-0', recordedAt: `at ${revision}` }
    const occurred = { text: '', from: null, until: null }
    return { type: isGrant ? 'role.granted' : 'role.revoked', body, occurred, ...meta } as RoleEvent
  }),
)

/** The grants that are not revoked or granted anew by a later event, by looking at all of them. */
function naive(events: readonly RoleEvent[]) {
  return events.filter(
    ({ type, body, revision }) =>
      type === 'role.granted' &&
      !events.some(
        (later) =>
          later.revision > revision &&
          later.body.principal === body.principal &&
          later.body.role === body.role,
      ),
  )
}

test('the fold of grants and revocations is the list of those that stand', () => {
  fc.assert(
    fc.property(history, fc.nat(30), (events, end) => {
      const roles = new Roles()
      const undo = events.map((event) => roles.apply(event))
      const now = Date.parse('2026-06-01')
      const check = (known: readonly RoleEvent[]) => {
        const standing = naive(known)
        expect(roles.all()).toEqual(
          standing.map(({ body, actor, recordedAt, revision }) => ({
            ...{ ...body, since: recordedAt, by: actor, revision },
          })),
        )
        for (const principal of ['p-1', 'p-2', 'p-3']) {
          const own = [...roles.of(principal)].filter((held) => isInForce(held, now))
          const wanted = standing
            .filter(({ body }) => body.principal === principal)
            .filter(({ body }) => !('until' in body) || Date.parse(body.until as string) > now)
          expect(own.map(({ revision }) => revision).sort()).toEqual(
            wanted.map(({ revision }) => revision).sort(),
          )
        }
        const lasting = standing.filter(
          ({ body }) => body.role === 'admin' && !('until' in body && body.until !== undefined),
        )
        expect(roles.lasting('admin')).toBe(lasting.length)
      }
      check(events)
      // What is taken back, from the last on, was never there.
      const kept = Math.min(end, events.length)
      for (const back of undo.slice(kept).reverse()) back()
      check(events.slice(0, kept))
    }),
    { numRuns: 50 },
  )
})
