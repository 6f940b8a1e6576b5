import { computed } from '@preact/signals'
import { head } from './ledger.ts'
import { asked } from './moment.ts'
import { route } from './route.ts'

/** The parts of the address that mean nothing here, as it has them. */
export const misread = computed<readonly string[]>(() => {
  const { query, unknownView } = route.value
  const { revision, validTime } = asked.value
  const isStart = ({ from }: typeof query) =>
    from === undefined || /^\d{1,15}$/.test(from) || !Number.isNaN(Date.parse(from))
  return [
    unknownView,
    query.revision !== undefined && (revision === undefined || revision > head.value)
      ? `revision=${query.revision}`
      : undefined,
    query.validTime !== undefined && validTime === undefined
      ? `validTime=${query.validTime}`
      : undefined,
    isStart(query) ? undefined : `from=${query.from}`,
  ].filter((part) => part !== undefined)
})
