import { FactCommand, type FactType, facts } from '../../events/facts.ts'
import type { StepReasonParams } from '../../projections/drafts/step-reason.ts'
import {
  type Headline,
  type HeadlineParams,
  headlineOf,
} from '../../projections/timeline/headline.ts'
import type { WarningParams } from '../../projections/warnings/warning-params.ts'
import type { AnyReasonParams } from '../../src/words/reason.ts'
import { PARAMETER_REASONS } from './parameter-examples.ts'
import { BODY_REASONS, LEDGER_REASONS, REQUEST_REASONS } from './request-examples.ts'
import { SCHEMA_REASONS } from './schema-examples.ts'

/** Parameters of each code: one set for each form that its sentence takes. */
export type Examples<Params> = { readonly [C in keyof Params]: readonly Params[C][] }

const date = { text: '2026-03-01', from: '2026-03-01T00:00Z', until: '2026-03-02T00:00Z' }

/** The examples of the types of facts, and a plan. */
export const HEADLINES: Examples<HeadlineParams> = {
  ...(Object.fromEntries(
    Object.entries(facts).map(([type, { example }]) => {
      const { body } = FactCommand.parse({ type, ...example })
      return [type, [(headlineOf({ type: type as FactType, body }) as Headline).params]]
    }),
  ) as unknown as Examples<Omit<HeadlineParams, 'meeting.planned'>>),
  'meeting.planned': [{ meeting: 'geneva', title: 'Talks in Geneva', scheduled: date }],
}

export const STEPS: Examples<StepReasonParams> = {
  clause_absent: [{ clause: 'flow' }],
  clause_present: [{ clause: 'flow' }],
  within_itself: [{}],
  stands_there: [{}],
  so_already: [{}],
  merged_with_itself: [{}],
  place_ends: [{}],
  nothing_to_stand_under: [{ clause: 'flow' }],
  nothing_to_stand_after: [{ clause: 'flow' }],
  text_unknown: [{}],
}

const issue = { kind: 'issue', id: 'quota' } as const
const statement = { kind: 'statement', statement: 'refusal' } as const
const quantity = { value: '5', unit: 'years', comparator: 'at_least' } as const
const why = { code: 'clause_absent', params: { clause: 'flow' } } as const
const step = { op: 'set_status', clause: 'flow', revision: 'second', why } as const
const attests = { revision: 'second', attested: 'heard' }
const left = { kind: 'membership', party: 'egypt', grouping: 'downstream' } as const
const recalled = { kind: 'accreditation', person: 'minister', party: 'egypt' } as const

export const WARNINGS: Examples<WarningParams> = {
  speaker_not_accredited: [{ person: 'minister', party: 'egypt', statement: 'refusal' }],
  meeting_not_convened: [
    { meeting: 'geneva', step: 'suspended', isConvened: false },
    { meeting: 'geneva', step: 'concluded', isConvened: true },
  ],
  party_not_listed: [
    { party: 'egypt', acts: statement, isListed: false },
    { party: 'egypt', acts: { kind: 'meeting', meeting: 'geneva' }, isListed: true },
  ],
  party_withdrawn: [{ party: 'egypt', acts: { kind: 'draft', draft: 'treaty' } }],
  numbers_disagree: [
    {
      of: { party: 'egypt', subject: issue, unit: 'years' },
      reported: quantity,
      other: { value: '7', to: '9', unit: 'years', comparator: 'between' },
      entry: 4,
    },
    {
      of: { draft: 'treaty' },
      reported: { ...quantity, value: '28' },
      other: { ...quantity, value: '19' },
      entry: 4,
    },
  ],
  occurred_after_recording: [{ entry: 4, occurred: date }],
  negotiation_not_suspended: [{}],
  negotiation_already_suspended: [{}],
  quoted_source_corrected: [{ source: 'wire' }],
  amendment_without_effect: [
    { source: 'wire', amendment: 'corrected', because: 'killed' },
    { source: 'wire', amendment: 'released', because: 'not_held' },
  ],
  dates_contradict: [
    { rule: 'before_meeting', deed: { done: 'recorded', to: statement }, meeting: 'geneva' },
    { rule: 'after_meeting', deed: { done: 'grouping.left', to: left }, meeting: 'geneva' },
    {
      rule: 'before_basis',
      deed: { done: 'recorded', to: { kind: 'revision', revision: 'second' } },
      of: { kind: 'revision', revision: 'first' },
    },
    {
      rule: 'before_subject',
      deed: { done: 'statement.retracted', to: statement },
      of: statement,
    },
    {
      rule: 'after_report',
      deed: { done: 'draft.signed', to: { kind: 'draft', draft: 'treaty' } },
      source: 'wire',
    },
    { rule: 'before_repeated', source: 'paper', repeated: 'wire' },
    { rule: 'accreditation_ends', person: 'minister', party: 'egypt' },
    { rule: 'position_ends', party: 'egypt', subject: issue, statement: 'refusal' },
  ],
  nothing_to_undo: [
    { deed: { done: 'grouping.left', to: left }, of: left },
    { deed: { done: 'person.recalled', to: recalled }, of: recalled },
    {
      deed: { done: 'issue.reopened', to: { kind: 'issue', issue: 'quota' } },
      of: { kind: 'settlement', issue: 'quota' },
    },
    {
      deed: { done: 'party.returned', to: { kind: 'party', party: 'egypt' } },
      of: { kind: 'withdrawal', party: 'egypt' },
    },
  ],
  session_dates_changed: [1, 2, 5, 21].map((statements) => ({ meeting: 'geneva', statements })),
  retracted_by_other: [{ party: 'egypt', statement: 'refusal' }],
  quote_ambiguous: [
    { source: 'wire', places: 2, orMore: false, quote: 'No deal.' },
    { source: 'wire', places: 100, orMore: true, quote: 'No deal.' },
  ],
  operation_without_effect: [0, 1, 3, 5].map((more) => ({ ...step, more })),
  operation_displaced: [{ ...step, op: 'take_position', more: 0 }],
  basis_unknown: (['not_told', 'basis_unknown', 'text_unknown'] as const).map((reason) => ({
    revision: 'second',
    basis: 'first',
    why: reason,
  })),
  basis_circular: [
    { revision: 'second', attested: 'heard', through: [], more: 0 },
    { revision: 'second', through: [], more: 0 },
    { revision: 'second', through: ['first', 'heard'], more: 3 },
  ],
  attested_has_text: [attests],
  attested_in_other_draft: [{ ...attests, draft: 'treaty', attestedDraft: 'paper' }],
  attested_twice: [{ ...attests, earlier: 'first' }],
  revision_complete_already: [
    { revision: 'second', step: 'continued' },
    { revision: 'second', step: 'completed' },
  ],
  entry_left_out: [{ views: ['stances', 'meetings'] }],
}

const thing = { kind: 'party', id: 'egypt' } as const
const event = '0b5e6f3a-1b1a-8c55-9d3f-8f6c2b7a4e10'
const own = ['egypt', 'sudan']

export const REASONS: Examples<AnyReasonParams> = {
  ...SCHEMA_REASONS,
  ...PARAMETER_REASONS,
  ...REQUEST_REASONS,
  ...BODY_REASONS,
  ...LEDGER_REASONS,
  no_negotiation: [{}],
  no_command: [{}],
  faults_not_read: [{}],
  more_faults: [1, 2, 5].map((count) => ({ count })),
  opening_taken: [{}],
  id_taken: [thing],
  id_unknown: [thing, { kind: 'issue', id: 'quota' }],
  id_above_level: [thing],
  target_above_level: [{ target: event }],
  target_unknown: (['correct', 'release', 'erase'] as const).map((to) => ({ target: event, to })),
  target_not_correctable: [{ target: event }],
  target_public: [{ target: event }],
  target_erased: [{ target: event }],
  target_not_erasable: [{ target: event }],
  no_grouping: [{ party: 'egypt' }],
  is_grouping: [{ party: 'egypt' }],
  stays_grouping: [{ party: 'egypt' }],
  too_many: [
    { counted: { kind: 'acts_of_entry' }, total: 20, most: 10 },
    { counted: { kind: 'acts_of_revision', revision: 'second' }, total: 20, most: 10 },
    { counted: { kind: 'positions_of_voices' }, total: 20, most: 10 },
    { counted: { kind: 'retractions', statement: 'refusal' }, total: 20, most: 10 },
    { counted: { kind: 'ends_of_position', statement: 'refusal' }, total: 20, most: 10 },
  ],
  session_undated: [{ meeting: 'geneva' }],
  quote_absent: [{ source: 'wire' }, { source: 'wire', nearest: 'No deal.' }],
  quote_misplaced: [
    { source: 'wire', missed: 'prefix', places: 1, orMore: false, nearest: 'No deal.' },
    { source: 'wire', missed: 'suffix', places: 100, orMore: true },
    {
      ...{ source: 'wire', missed: 'start', places: 2, orMore: false },
      given: { start: 4, end: 12, says: 'No deal.' },
    },
  ],
  opening_voided: [{}],
  opening_replaced: [{}],
  opening_with_level: [{}],
  default_level_changed: [{ level: 'restricted' }],
  levels_changed: [{ levels: ['restricted'] }, { levels: [] }],
  release_of_public: [{}],
  release_with_level: [{}],
  time_past: [{ time: '2026-03-01T00:00Z' }],
  level_unknown: [{ level: 'secret', levels: ['public', 'restricted'] }],
  level_beyond_clearance: [{ level: 'secret', clearance: 'restricted' }],
  rests_on_hidden: [{ places: ['/evidence/0/source'] }],
  erasure_by_command: [{}],
  not_own_statement: [{ own }],
  not_own_type: [{ own, type: 'party.listed' }],
  no_own_party: [{ own }],
  not_own_party: [{ own, party: 'ethiopia' }],
  role_unknown: [{ role: 'king', place: 'negotiation', roles: ['admin', 'viewer'] }],
  role_not_held: [{ role: 'admin', place: 'service', principal: 'anna' }],
  last_lead: [{ role: 'admin', place: 'negotiation' }],
  clearance_in_service: [{}],
  parties_of_no_recorder: [{}],
}
