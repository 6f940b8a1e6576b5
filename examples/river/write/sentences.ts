import { ISSUES, type Issue } from '../issues.ts'
import { type Language, PARTIES, type Party, type Person } from '../parties.ts'
import { ar } from '../words/ar.ts'
import { en, REPORTED } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import type { Patterns } from '../words/patterns.ts'
import { ru } from '../words/ru.ts'
import { uk } from '../words/uk.ts'
import { zh } from '../words/zh.ts'
import { choose, happens } from './choose.ts'
import type { Quantity, Stand } from './stands.ts'

const PATTERNS: Readonly<Record<Language, Patterns>> = { en, fr, ar, ru, uk, zh }

/** The marks around the name of an issue, in languages that would otherwise have to inflect it. */
const NAMED: Readonly<Partial<Record<Language, readonly [string, string]>>> = {
  ru: ['„', '“'],
  uk: ['„', '“'],
  ar: ['"', '"'],
}

export function partyOf(id: string): Party {
  const party = PARTIES.find((each) => each.id === id)
  if (party === undefined) throw new Error(`nobody is called ${id}`)
  return party
}

/** A party as a sentence in English names it. */
export function nameOf({ kind, name, capital: phrase }: Party): string {
  return kind === 'state' ? name : phrase
}

export function issueOf(id: string): Issue {
  const issue = ISSUES.find((each) => each.id === id)
  if (issue === undefined) throw new Error(`no issue is called ${id}`)
  return issue
}

/** Words of a speaker on an issue, in the first person; `core` is the sentence that takes the position. */
export function speakStand(
  key: string,
  issue: Issue,
  stand: Stand,
  { manner }: Person,
  language: Language,
): { readonly text: string; readonly core: string } {
  const { leads, stances, number, commitments, redLine, conditions, reasons } = PATTERNS[language]
  const name = issueIn(issue, language)
  const core = fill(choose(`${key} core`, stances[stand.stance]), {
    issue: name,
    Issue: capitalise(name),
  })
  const quantity = stand.quantity && quantityIn(stand.quantity, language)
  const condition = stand.condition === undefined ? '' : (conditions[stand.condition] as string)
  const commitment = commitments[stand.commitment]
  const side = ['opposes', 'undecided'].includes(stand.stance) ? 'against' : 'for'
  const why = (reasons[issue.theme] ?? reasons.any)?.[side]
  const wantsReason = stand.stance !== 'withdrawn' && happens(`${key} why`, 0.7)
  const sentences = [
    happens(`${key} leads`, 0.45) ? choose(`${key} lead`, leads[manner]) : '',
    core,
    quantity === undefined ? '' : fill(choose(`${key} number`, number), { number: quantity }),
    commitment === undefined ? '' : fill(choose(`${key} firm`, commitment), { condition }),
    stand.redLine ? choose(`${key} red`, redLine) : '',
    wantsReason && why !== undefined ? choose(`${key} reason`, why) : '',
  ]
  const joint = language === 'zh' ? '' : ' '
  return { text: sentences.filter((sentence) => sentence !== '').join(joint), core }
}

/** A report in English on a party, in the words of the reporter: a sentence without its full stop. */
export function reportStand(key: string, party: string, issue: Issue, stand: Stand): string {
  const { stance, quantity } = stand
  const pattern = choose(`${key} told`, REPORTED[stance])
  const said = fill(pattern, { party, issue: issueIn(issue, 'en') })
  return quantity === undefined ? said : `${said}, with ${quantityIn(quantity, 'en')} as its figure`
}

/** The paragraph of a report around quoted words. */
export function quoteSpeaker(
  key: string,
  words: string,
  person: Person,
  party: Party,
  language: Language,
): string {
  const { said, quotes } = PATTERNS[language]
  const [before, after] = quotes
  const isOwn = language !== 'en'
  return fill(choose(`${key} said`, said), {
    words: `${before}${words}${after}`,
    name: isOwn ? person.own : person.name,
    office: isOwn ? person.ownOffice : person.office,
    party: isOwn ? party.own : nameOf(party),
  })
}

/** A condition in English, as an entry gives it. */
export function conditionIn(condition: string): string {
  return en.conditions[condition] as string
}

export function issueIn({ names }: Issue, language: Language): string {
  const [before, after] = NAMED[language] ?? ['', '']
  return `${before}${names[language]}${after}`
}

export function quantityIn({ value, to, unit, comparator }: Quantity, language: Language): string {
  const { units, comparators } = PATTERNS[language]
  const number = (digits: string) => (unit === 'year' ? digits : numberIn(digits, language))
  const whole = fill(units[unit] as string, { n: number(to ?? value) })
  return fill(comparators[comparator], { q: whole, from: number(value) })
}

function numberIn(digits: string, language: Language): string {
  const { thousands, point } = PATTERNS[language]
  const [whole = '', part] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return part === undefined ? grouped : `${grouped}${point}${part}`
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`"${pattern}" asks for ${name}`)
    return value
  })
}

export function capitalise(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
