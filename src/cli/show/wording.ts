import { Option } from 'commander'
import { spaced } from '../../../projections/drafts/clause-words.ts'
import { Failure } from '../failure.ts'
import { oneLine } from '../terminal/width.ts'
import { wrap } from '../terminal/wrap.ts'
import { view } from './view.ts'

/** Words in brackets: where they stand, who is for and against them, and since when. */
export const showWording = view('wording', {
  summary: 'words in brackets: where they stand, who is for them, and since when',
  options: [new Option('--wording <wording>', 'id of the wording')],
  path: async ({ options, moment }) => {
    if (options.wording === undefined) {
      throw new Failure('No wording is named.', { advice: 'Name one with --wording.' })
    }
    return { path: `/wordings/${encodeURIComponent(options.wording)}`, query: moment }
  },
  draw: (reply, { width, paint, name }) =>
    [
      paint('bold', oneLine(`${reply.wording}, ${reply.state}, in ${name('draft', reply.draft)}`)),
      ...reply.places.flatMap(({ clause, text }) => wrap(oneLine(`${clause}: “${text}”`), width)),
      ...reply.history.map(({ began, ended }) => {
        const since = `open since ${began.draftRevision} (${began.fact.occurred.text})`
        const until =
          ended && `${ended.why} by ${ended.draftRevision} (${ended.fact.occurred.text})`
        return oneLine([since, until].filter(Boolean).join(', '))
      }),
      ...reply.stances.map(({ cell }) =>
        oneLine(`${name('party', cell.party)}: ${spaced(cell.stance)}`),
      ),
    ].join('\n'),
})
