import { expect, test } from 'vitest'
import { sentenceOn } from '../../src/decide/refusal.ts'
import { roleRules, serviceRoleRules } from '../../src/decide/role-rules.ts'
import type { Decisions, Rules } from '../../src/decide/rules.ts'
import { whatOf } from '../words/in-english.ts'

const NOW = Date.parse('2026-01-01')

const granted = (principal: string, role: string, more: object = {}) => ({
  ...{ type: 'role.granted', principal, role },
  ...more,
})
const revoked = (principal: string, role: string) => ({ type: 'role.revoked', principal, role })

/** An access ledger with these grants and revocations in it. */
function given(rules: Rules, ...history: readonly object[]) {
  const decisions = rules.start()
  if (history.length > 0) {
    const { refusals, trial } = judged(rules, decisions, history)
    expect(refusals).toEqual([])
    trial.keep()
  }
  return {
    when(...commands: readonly object[]) {
      const { refusals, trial } = judged(rules, decisions, commands)
      trial.takeBack()
      return {
        recorded: () => expect(refusals).toEqual([]),
        refused: (...wanted: readonly string[]) =>
          expect(refusals.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(wanted),
        saying: (said: string) =>
          expect(refusals.map(({ pointer, what }) => sentenceOn(pointer, whatOf(what)))).toEqual([
            said,
          ]),
      }
    },
  }
}

function judged(rules: Rules, decisions: Decisions, commands: readonly object[]) {
  const { proposals, refusals, pointerTo } = rules.read(commands)
  if (refusals.length > 0) return { refusals, trial: decisions.begin() }
  const events = proposals.map((proposal, index) => ({ ...proposal, id: `${index}` }))
  return decisions.decide(events, { pointerTo, now: NOW })
}

test('the first grant makes an admin, and nothing else comes before', () => {
  given(roleRules).when(granted('p-1', 'admin')).recorded()
  given(roleRules).when(granted('p-1', 'viewer')).refused('last_lead /0/role')
  given(roleRules)
    .when(granted('p-1', 'admin', { until: '2027-01-01T00:00:00Z' }))
    .refused('last_lead /0/role')
  given(roleRules).when(granted('p-1', 'admin'), granted('p-1', 'recorder')).recorded()
})

test('nobody removes the last admin, by whatever way', () => {
  const led = given(roleRules, granted('p-1', 'admin'))
  led.when(revoked('p-1', 'admin')).refused('last_lead /0/role')
  led
    .when(revoked('p-1', 'admin'))
    .saying(
      '/0/role must leave somebody with the role admin in a negotiation, without an end: grant that to another principal first.',
    )
  led.when(granted('p-1', 'admin', { until: '2027-01-01T00:00:00Z' })).refused('last_lead /0/role')
  led.when(granted('p-2', 'admin'), revoked('p-1', 'admin')).recorded()
  led
    .when(granted('p-2', 'admin'), revoked('p-1', 'admin'), revoked('p-2', 'admin'))
    .refused('last_lead /2/role')
  const ends = { until: '2027-01-01T00:00:00Z' }
  given(roleRules, granted('p-1', 'admin'), granted('p-2', 'admin', ends))
    .when(revoked('p-1', 'admin'))
    .refused('last_lead /0/role')
  given(roleRules, granted('p-1', 'admin'), granted('p-2', 'admin', ends))
    .when(revoked('p-2', 'admin'))
    .recorded()
})

test('a role is revoked from whoever has it, once', () => {
  const led = given(roleRules, granted('p-1', 'admin'), granted('p-2', 'viewer'))
  led.when(revoked('p-2', 'viewer')).recorded()
  led.when(revoked('p-2', 'viewer'), revoked('p-2', 'viewer')).refused('role_not_held /1/role')
  led.when(revoked('p-2', 'auditor')).refused('role_not_held /0/role')
  led.when(revoked('p-3', 'viewer')).refused('role_not_held /0/role')
})

test('each kind of access ledger has roles of its own', () => {
  given(serviceRoleRules).when(granted('p-1', 'operator'), granted('p-1', 'creator')).recorded()
  given(serviceRoleRules).when(granted('p-1', 'admin')).refused('malformed /0/role')
  given(roleRules).when(granted('p-1', 'operator')).refused('malformed /0/role')
  given(serviceRoleRules, granted('p-1', 'operator'))
    .when(revoked('p-1', 'operator'))
    .refused('last_lead /0/role')
})

test.each([
  ['parties of no recorder', granted('p-2', 'viewer', { parties: ['a'] }), '/0/parties'],
  ['no party at all', granted('p-2', 'recorder', { parties: [] }), '/0/parties'],
  ['an end that is past', granted('p-2', 'viewer', { until: '2025-01-01T00:00:00Z' }), '/0/until'],
  ['an end without an offset', granted('p-2', 'viewer', { until: '2027-01-01' }), '/0/until'],
  ['no principal', granted('', 'viewer'), '/0/principal'],
  ['an unknown role', granted('p-2', 'king'), '/0/role'],
  ['a date', granted('p-2', 'viewer', { occurred: '2026' }), '/0/occurred'],
])('a grant with %s is refused', (_, command, pointer) => {
  given(roleRules, granted('p-1', 'admin')).when(command).refused(`malformed ${pointer}`)
})
