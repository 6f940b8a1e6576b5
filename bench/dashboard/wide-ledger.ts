import { Random } from '../../test/generator/random.ts'

const PARTIES = 20
const ISSUES = 50
const STANCES = ['proposes', 'supports', 'no_objection', 'undecided', 'opposes', 'withdrawn']

type Command = Readonly<Record<string, unknown>>

/** Commands for a ledger of 20 parties on 50 issues, in which everybody goes on taking positions. */
export function wideLedger(events: number): Command[] {
  const random = new Random(7)
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 3_600_000).toISOString()
  const cast: Command[] = [
    { type: 'negotiation.opened', title: 'A wide negotiation' },
    ...Array.from({ length: PARTIES }, (_, n) => ({
      ...{ type: 'party.listed', party: `party-${n}`, name: `Party ${n}` },
      ...{ kind: 'state', role: 'party' },
    })),
    ...Array.from({ length: ISSUES }, (_, n) => ({
      ...{ type: 'issue.raised', issue: `issue-${n}`, title: `Issue ${n}` },
      proposition: `What is proposed on point ${n} is done.`,
    })),
  ]
  const statements = Array.from({ length: events - cast.length }, (_, n) => {
    const party = `party-${random.integer(0, PARTIES - 1)}`
    return {
      ...{ type: 'statement.recorded', statement: `statement-${n}`, language: 'en' },
      ...{ speaker: { kind: 'party', id: party }, text: `Statement ${n} of ${party}.` },
      ...{ rendering: 'original', wording: 'quoted', attribution: { level: 'on_record' } },
      about: [],
      positions: [
        {
          ...{ party, subject: { kind: 'issue', id: `issue-${random.integer(0, ISSUES - 1)}` } },
          ...{ stance: random.pick(STANCES), commitment: 'firm', redLine: 'unstated' },
        },
      ],
    }
  })
  return [...cast, ...statements].map((command, n) => ({ ...command, occurred: day(n) }))
}
