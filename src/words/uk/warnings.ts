import type { Quantity } from '../../../events/quantity.ts'
import type { WarningParams } from '../../../projections/warnings/warning-params.ts'
import { listNames, type Names } from '../names.ts'
import { renderStep, type Sentences } from '../words.ts'
import { counted } from './plural.ts'
import { deedText, ofReferent, referentText } from './referents.ts'
import { steps } from './steps.ts'
import { AMENDMENTS, COMPARATORS, OF_SUBJECTS, OPERATIONS } from './values.ts'

/** Warnings in Ukrainian, each a whole sentence. */
export const warnings: Sentences<WarningParams> = {
  speaker_not_accredited: ({ person, party, statement }, names) =>
    `Невідомо, чи особа ${names.of('person', person)} мала повноваження представляти сторону ${names.of('party', party)}, коли виступала від її імені в заяві ${names.of('statement', statement)}.`,
  meeting_not_convened: ({ meeting, step, isConvened }, names) =>
    `Зустріч ${names.of('meeting', meeting)} ${MEETING_STEPS[step]}${isConvened ? ' раніше, ніж вона розпочалася' : ', але немає запису про її початок'}.`,
  party_not_listed: ({ isListed, party, acts }, names) =>
    `Сторона ${names.of('party', party)} діє${isListed ? ' раніше, ніж її внесено до учасників' : ', хоча її не внесено до учасників'}: ${referentText(acts, names)}.`,
  party_withdrawn: ({ party, acts }, names) =>
    `Сторона ${names.of('party', party)} діє після виходу з переговорів: ${referentText(acts, names)}.`,
  numbers_disagree: ({ of, reported, other, entry }, names) => {
    const amount = 'draft' in of ? points : quantityText
    return `${countedText(of, names)}: тут зазначено ${amount(reported)}, а в записі ${entry} — ${amount(other)}.`
  },
  occurred_after_recording: ({ entry, occurred }, names) =>
    `Запис ${entry} має дату, пізнішу за час його внесення: ${names.date(occurred)}; він враховується лише від цієї дати.`,
  negotiation_not_suspended: () =>
    'Переговори відновлено, але немає запису, що їх на той час було призупинено.',
  negotiation_already_suspended: () => 'Переговори призупинено, хоча їх уже було призупинено.',
  quoted_source_corrected: ({ source }, names) =>
    `Процитовано джерело ${names.of('source', source)}, яке його видавець виправив.`,
  amendment_without_effect: ({ source, amendment, because }, names) =>
    because === 'killed'
      ? `Джерело ${names.of('source', source)} ${AMENDMENTS[amendment]} після анулювання: воно залишається анульованим.`
      : `Джерело ${names.of('source', source)} дозволено використовувати, але немає запису, що його було притримано.`,
  dates_contradict: contradiction,
  nothing_to_undo: ({ deed, of }, names) =>
    `${deedText(deed, names)} не має наслідків: у записах немає ${ofReferent(of, names)}.`,
  session_dates_changed: ({ meeting, statements }, names) => {
    const count = counted(statements, { one: 'заяву', few: 'заяви', many: 'заяв' })
    return `За раніше відомими датами зустрічі ${names.of('meeting', meeting)} датовано ${count}: тепер ці дати інші.`
  },
  retracted_by_other: ({ party, statement }, names) =>
    `Сторона ${names.of('party', party)} відкликає заяву ${names.of('statement', statement)}, у якій від її імені ніхто не виступає.`,
  quote_ambiguous: ({ source, places, orMore, quote }, names) => {
    const times = counted(places, { one: 'раз', few: 'рази', many: 'разів' })
    return `Процитовано джерело ${names.of('source', source)}, де ці слова трапляються ${times}${orMore ? ' або більше' : ''}: «${quote}». Узято перше місце; щоб розрізнити їх, зазначте prefix, suffix або start.`
  },
  operation_without_effect: (step, names) =>
    `Спроба ${stepText(step, names)} нічого не змінює: ${renderStep({ steps }, step.why, names)}${others(step)}.`,
  operation_displaced: (step, names) =>
    `Спробу ${stepText(step, names)} неможливо здійснити, але її текст показано: ${renderStep({ steps }, step.why, names)}${others(step)}.`,
  basis_unknown: ({ revision, basis, why }, names) =>
    `Редакцію ${names.of('draft_revision', revision)} складено на основі редакції ${names.of('draft_revision', basis)}, ${BASIS[why]}.`,
  basis_circular: ({ revision, attested, through, more }, names) => {
    const made = names.of('draft_revision', revision)
    if (attested !== undefined) {
      return `За записом, редакцію ${made} складено на основі редакції ${names.of('draft_revision', attested)}, текстом якої вона водночас є.`
    }
    const ids = listNames(names, 'draft_revision', through)
    const rest = more > 0 ? ` і ще ${more}` : ''
    return `За basis і attests, редакцію ${made} складено на основі її самої${ids && ` через ${ids}${rest}`}.`
  },
  attested_has_text: (said, names) =>
    `${attestedText(said, names)}, власний текст якої вже внесено.`,
  attested_in_other_draft: ({ draft, attestedDraft, ...said }, names) =>
    `${attestedText(said, names)}, яка належить до проєкту ${names.of('draft', attestedDraft)}, а не до проєкту ${names.of('draft', draft)}.`,
  attested_twice: ({ earlier, ...said }, names) =>
    `${attestedText(said, names)}, хоча раніше таким текстом названо редакцію ${names.of('draft_revision', earlier)}.`,
  revision_complete_already: ({ revision, step }, names) =>
    `Редакцію ${names.of('draft_revision', revision)} ${step === 'continued' ? 'доповнено' : 'завершено'} після того, як її було названо повною.`,
  entry_left_out: ({ views }) =>
    `Сервіс не зміг врахувати цей запис у таких поданнях: ${views.join(', ')}.`,
}

const MEETING_STEPS = { suspended: 'перервано', resumed: 'відновлено', concluded: 'завершено' }

function contradiction(params: WarningParams['dates_contradict'], names: Names): string {
  switch (params.rule) {
    case 'before_meeting':
      return `${deedText(params.deed, names)} має дату, що передує початку зустрічі ${names.of('meeting', params.meeting)}.`
    case 'after_meeting':
      return `${deedText(params.deed, names)} має дату, пізнішу за завершення зустрічі ${names.of('meeting', params.meeting)}.`
    case 'before_basis':
      return `${deedText(params.deed, names)} має ранішу дату, ніж її основа: ${referentText(params.of, names)}.`
    case 'before_subject':
      return `${deedText(params.deed, names)} має ранішу дату, ніж те, чого стосується: ${referentText(params.of, names)}.`
    case 'after_report':
      return `${deedText(params.deed, names)} має пізнішу дату, ніж публікація джерела ${names.of('source', params.source)}, яке про це повідомляє.`
    case 'before_repeated':
      return `Джерело ${names.of('source', params.source)} опубліковано раніше, ніж джерело ${names.of('source', params.repeated)}, яке воно передає.`
    case 'accreditation_ends':
      return `Повноваження особи ${names.of('person', params.person)} представляти сторону ${names.of('party', params.party)} закінчуються раніше, ніж починаються.`
    case 'position_ends': {
      const { party, subject, statement } = params
      return `Позиція сторони ${names.of('party', party)} щодо ${OF_SUBJECTS[subject.kind]} ${names.of(subject.kind, subject.id)} закінчується до заяви ${names.of('statement', statement)}, у якій її висловлено.`
    }
  }
}

function countedText(of: WarningParams['numbers_disagree']['of'], names: Names): string {
  if ('draft' in of) return `Проєкт ${names.of('draft', of.draft)}`
  const { party, subject, unit } = of
  return `Сторона ${names.of('party', party)} щодо ${OF_SUBJECTS[subject.kind]} ${names.of(subject.kind, subject.id)} (${unit})`
}

function points({ value }: Quantity): string {
  return counted(Number(value), { one: 'пункт', few: 'пункти', many: 'пунктів' })
}

function quantityText({ value, to, unit, comparator }: Quantity): string {
  const range = to === undefined ? value : `${value} і ${to}`
  return `${COMPARATORS[comparator]} ${range} ${unit}`
}

type OfStep = WarningParams['operation_without_effect']

function stepText({ op, clause, revision }: OfStep, names: Names): string {
  return `${OPERATIONS[op]} ${names.of('clause', clause)} у редакції ${names.of('draft_revision', revision)}`
}

function others({ more }: OfStep): string {
  if (more === 0) return ''
  return ` (і ще ${counted(more, { one: 'подібна дія', few: 'подібні дії', many: 'подібних дій' })})`
}

const BASIS = {
  not_told: 'про яку немає чинного запису',
  basis_unknown: 'основа якої невідома',
  text_unknown: 'текст якої невідомий',
}

function attestedText({ revision, attested }: WarningParams['attested_has_text'], names: Names) {
  return `За записом, редакція ${names.of('draft_revision', revision)} є текстом редакції ${names.of('draft_revision', attested)}`
}
