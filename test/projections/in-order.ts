import { DateText, isInOrder } from '../../events/envelope.ts'

/** Whether a recorder may give both dates, as texts, of one period. */
export function inOrder({
  since,
  until,
}: {
  since?: string | undefined
  until?: string | undefined
}) {
  const read = (date?: string) => (date === undefined ? undefined : DateText.parse(date))
  return isInOrder({ since: read(since), until: read(until) })
}
