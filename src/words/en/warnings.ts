import type { Quantity } from '../../../events/quantity.ts'
import type { WarningParams } from '../../../projections/warnings/warning-params.ts'
import { listNames, type Names } from '../names.ts'
import { renderStep, type Sentences } from '../words.ts'
import { deedText, referentText } from './referents.ts'
import { steps } from './steps.ts'

/** Warnings in English, each a whole sentence. */
export const warnings: Sentences<WarningParams> = {
  speaker_not_accredited: ({ person, party, statement }, names) =>
    `Person ${names.of('person', person)} is not known to be accredited to party ${names.of('party', party)} when speaking for it in statement ${names.of('statement', statement)}.`,
  meeting_not_convened: ({ meeting, step, isConvened }, names) =>
    `Meeting ${names.of('meeting', meeting)} is ${step}${isConvened ? ' before it convened' : ', and nothing says that it convened'}.`,
  party_not_listed: ({ isListed, ...act }, names) =>
    `${actText(act, names)}${isListed ? ' before it is listed' : ', and nothing lists it'}.`,
  party_withdrawn: (act, names) => `${actText(act, names)} after it withdrew.`,
  numbers_disagree: ({ of, reported, other, entry }, names) => {
    const amount = 'draft' in of ? points : quantityText
    return `Of ${countedText(of, names)}, it reports ${amount(reported)}, and entry ${entry} reports ${amount(other)}.`
  },
  occurred_after_recording: ({ entry, occurred }, names) =>
    `Entry ${entry} is dated ${names.date(occurred)}, after it was recorded: it counts from then on.`,
  negotiation_not_suspended: () =>
    'The negotiation is resumed, and nothing says that it was suspended then.',
  negotiation_already_suspended: () =>
    'The negotiation is suspended, and it was suspended already.',
  quoted_source_corrected: ({ source }, names) =>
    `It quotes source ${names.of('source', source)}, which its outlet has corrected.`,
  amendment_without_effect: ({ source, amendment, because }, names) =>
    because === 'killed'
      ? `Source ${names.of('source', source)} is ${amendment} after it was killed: it stays killed.`
      : `Source ${names.of('source', source)} is released, and nothing says that it was held.`,
  dates_contradict: contradiction,
  nothing_to_undo: ({ deed, of }, names) =>
    `${deedText(deed, names)} undoes nothing: no entry tells of the ${referentText(of, names)}.`,
  session_dates_changed: ({ meeting, statements }, names) => {
    const count = statements === 1 ? '1 statement is' : `${statements} statements are`
    return `${count} dated by meeting ${names.of('meeting', meeting)} as it was known before: its dates are others now.`
  },
  retracted_by_other: ({ party, statement }, names) =>
    `Party ${names.of('party', party)} takes back statement ${names.of('statement', statement)}, in which nobody speaks for it.`,
  quote_ambiguous: ({ source, places, orMore, quote }, names) =>
    `It quotes source ${names.of('source', source)}, where these words stand at ${places} places${orMore ? ' or more' : ''}: "${quote}". The first is taken; give a prefix, a suffix or start to tell them apart.`,
  operation_without_effect: (step, names) =>
    `${stepText(step, names)} changes nothing: ${renderStep({ steps }, step.why, names)}${others(step)}.`,
  operation_displaced: (step, names) =>
    `${stepText(step, names)} cannot be done, and its words are shown all the same: ${renderStep({ steps }, step.why, names)}${others(step)}.`,
  basis_unknown: ({ revision, basis, why }, names) =>
    `Revision ${names.of('draft_revision', revision)} is made from ${names.of('draft_revision', basis)}, ${BASIS[why]}.`,
  basis_circular: ({ revision, attested, through, more }, names) => {
    const made = `Revision ${names.of('draft_revision', revision)} is`
    if (attested !== undefined) {
      return `${made} said to be made from ${names.of('draft_revision', attested)}, and to be its text.`
    }
    const ids = listNames(names, 'draft_revision', through)
    const rest = more > 0 ? ` and ${more} more` : ''
    return `${made}, by basis and attests, made from itself${ids && `, through ${ids}${rest}`}.`
  },
  attested_has_text: (said, names) => `${attestedText(said, names)}, whose own text is recorded.`,
  attested_in_other_draft: ({ draft, attestedDraft, ...said }, names) =>
    `${attestedText(said, names)}, which is of the draft ${names.of('draft', attestedDraft)} and not of ${names.of('draft', draft)}.`,
  attested_twice: ({ earlier, ...said }, names) =>
    `${attestedText(said, names)}, and so was ${names.of('draft_revision', earlier)} before.`,
  revision_complete_already: ({ revision, step }, names) =>
    `Revision ${names.of('draft_revision', revision)} ${step === 'continued' ? 'goes on' : 'is completed'} after it was said to be complete.`,
  entry_left_out: ({ views }) =>
    `The service failed to take this entry into ${views.join(', ')}, which lack it.`,
}

function contradiction(params: WarningParams['dates_contradict'], names: Names): string {
  switch (params.rule) {
    case 'before_meeting':
      return `${deedText(params.deed, names)} is dated before meeting ${names.of('meeting', params.meeting)} convened.`
    case 'after_meeting':
      return `${deedText(params.deed, names)} is dated after meeting ${names.of('meeting', params.meeting)} concluded.`
    case 'before_basis':
      return `${deedText(params.deed, names)} is dated before ${referentText(params.of, names)}, which it is made from.`
    case 'before_subject':
      return `${deedText(params.deed, names)} is dated before ${referentText(params.of, names)}, which it concerns.`
    case 'after_report':
      return `${deedText(params.deed, names)} is dated after source ${names.of('source', params.source)} was published, which reports it.`
    case 'before_repeated':
      return `Source ${names.of('source', params.source)} was published before source ${names.of('source', params.repeated)}, which reached us through it.`
    case 'accreditation_ends':
      return `The accreditation of person ${names.of('person', params.person)} to party ${names.of('party', params.party)} ends before it begins.`
    case 'position_ends': {
      const { party, subject, statement } = params
      return `The position of party ${names.of('party', party)} on ${subject.kind} ${names.of(subject.kind, subject.id)} ends before statement ${names.of('statement', statement)}, which takes it.`
    }
  }
}

function actText({ party, acts }: WarningParams['party_withdrawn'], names: Names): string {
  return `Party ${names.of('party', party)} acts in ${referentText(acts, names)}`
}

function countedText(of: WarningParams['numbers_disagree']['of'], names: Names): string {
  if ('draft' in of) return `draft ${names.of('draft', of.draft)}`
  const { party, subject, unit } = of
  return `party ${names.of('party', party)} on ${subject.kind} ${names.of(subject.kind, subject.id)}, in ${unit}`
}

function points({ value }: Quantity): string {
  return `${value} points`
}

function quantityText({ value, to, unit, comparator }: Quantity): string {
  if (to !== undefined) return `between ${value} and ${to} ${unit}`
  return `${comparator.replace('_', ' ')} ${value} ${unit}`
}

type OfStep = WarningParams['operation_without_effect']

function stepText({ op, clause, revision }: OfStep, names: Names): string {
  return `To ${op.replace('_', ' ')} clause ${names.of('clause', clause)} in revision ${names.of('draft_revision', revision)}`
}

function others({ more }: OfStep): string {
  return more > 0 ? `, and ${more} more like it` : ''
}

const BASIS = {
  not_told: 'of which no entry that stands tells',
  basis_unknown: 'whose own basis is not known',
  text_unknown: 'whose text is not known',
}

function attestedText({ revision, attested }: WarningParams['attested_has_text'], names: Names) {
  return `Revision ${names.of('draft_revision', revision)} is said to be the text of ${names.of('draft_revision', attested)}`
}
