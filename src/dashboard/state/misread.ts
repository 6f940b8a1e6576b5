import { computed } from '@preact/signals'
import { readZoom } from '../timeline/span.ts'
import { head } from './ledger.ts'
import { asked, now } from './moment.ts'
import { route } from './route.ts'
import { readStart } from './start.ts'

const INSTANT = 'write an instant such as 2025-12-02T18:00Z'

/** The faults of the address, each in a sentence that says what would be right. */
export const misread = computed<readonly string[]>(() => {
  const { query, unknownView } = route.value
  const { revision, validTime, transactionTime } = asked.value
  const entries = `revisions here go from 0 to ${head.value}`
  const wrong: (string | false)[] = [
    unknownView !== undefined && `There is no view “${unknownView}”: choose one of those above.`,
    query.revision !== undefined &&
      (revision === undefined || revision > head.value) &&
      `No entry has revision=${query.revision}: ${entries}.`,
    query.transactionTime !== undefined &&
      query.revision === undefined &&
      transactionTime === undefined &&
      `transactionTime=${query.transactionTime} is no time: ${INSTANT}.`,
    transactionTime !== undefined &&
      transactionTime > now.value &&
      `transactionTime=${query.transactionTime} is still to come: ask for a time up to now.`,
    query.validTime !== undefined &&
      validTime === undefined &&
      `validTime=${query.validTime} is no time: ${INSTANT}.`,
    query.from !== undefined &&
      readStart(query.from) === undefined &&
      `from=${query.from} is no beginning: write a revision, a span such as -3d, or ${INSTANT}.`,
    query.zoom !== undefined &&
      readZoom(query.zoom) === undefined &&
      `zoom=${query.zoom} is no stretch of time: write two instants, the later behind a slash, six hours apart or more.`,
    query.clock !== undefined &&
      !['known', 'happened'].includes(query.clock) &&
      `clock=${query.clock} is no clock: write known or happened.`,
  ]
  return wrong.filter((sentence) => sentence !== false)
})
