import { readExampleFile } from '../../read-file.ts'
import { PARTIES } from '../parties.ts'
import { AWAY } from '../story.ts'

export interface Meeting {
  readonly id: string
  readonly title: string
  readonly kind: 'meeting' | 'session' | 'round'
  readonly partOf?: string
  readonly begins: string
  readonly ends: string
  readonly place: string
  /** The parties that take part. */
  readonly who: readonly string[]
  /** Its fate, if it was not simply held: a word and days. */
  readonly fate: readonly string[]
}

const everybody = PARTIES.filter(({ kind }) => kind !== 'grouping').map(({ id }) => id)

export const MEETINGS: readonly Meeting[] = readExampleFile('river/meetings.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [
      id = '',
      title = '',
      kind,
      partOf,
      begins = '',
      ends = '',
      place = '',
      who = '',
      fate = '',
    ] = line.split('|').map((cell) => cell.trim())
    return {
      id,
      title,
      kind: kind as Meeting['kind'],
      ...(partOf && { partOf }),
      begins,
      ends,
      place,
      who: who === 'all' ? everybody.filter((each) => !isAway(each, begins)) : who.split(' '),
      fate: fate === '' ? [] : fate.split(' '),
    }
  })

export function isAway(party: string, day: string): boolean {
  return AWAY.some((away) => away.party === party && away.from <= day && day <= away.to)
}

/** The most particular meeting that a party attends on a day, if there is one in the open. */
export function meetingOf(party: string, day: string): Meeting | undefined {
  const open = MEETINGS.filter(
    ({ who, begins, ends, fate, kind }) =>
      who.includes(party) &&
      begins <= day &&
      day <= ends &&
      !['cancelled', 'denied', 'suspended'].includes(fate[0] ?? '') &&
      kind !== 'round',
  )
  return open.at(-1)
}
