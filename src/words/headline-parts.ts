import { utterancesOf } from '../../projections/statements/utterances.ts'
import type { HeadlineParams } from '../../projections/timeline/headline.ts'
import { listNames, type Names } from './names.ts'

/** The words of a language for speakers. */
interface SpeakerWords {
  /** A speaker who is neither named nor described. */
  readonly anonymous: string
  /** A person, and the party for which the person speaks. */
  readonly forParty: (person: string, party: string) => string
}

/** Everybody whose statement it is, with commas between them. */
export function speakersOf(
  statement: HeadlineParams['statement.recorded'],
  names: Names,
  words: SpeakerWords,
): string {
  return utterancesOf(statement)
    .map(({ speaker, onBehalfOf }) => {
      if (speaker.kind === 'party') return names.of('party', speaker.id)
      if (speaker.kind !== 'person') return speaker.describedAs ?? words.anonymous
      const person = names.of('person', speaker.id)
      if (onBehalfOf === undefined) return person
      return words.forParty(person, names.of('party', onBehalfOf))
    })
    .join(', ')
}

/** The parties that sign or initial, with commas between them. */
export function signersOf({ by }: HeadlineParams['draft.signed'], names: Names): string {
  const parties = by.map(({ party }) => party)
  return listNames(names, 'party', parties)
}

/** Joins the texts that are given, after a colon; empty without any. */
export function afterColon(...texts: readonly (string | undefined)[]): string {
  const given = texts.filter((text) => text !== undefined)
  return given.length === 0 ? '' : `: ${given.join(', ')}`
}
