import type { requestParts as english } from '../en/request-parts.ts'

/** The names of parts of a request that have none of their own, in Ukrainian. */
export const requestParts: typeof english = {
  request: 'Запит',
  command: 'Команда',
  line: (number) => `Рядок ${number}`,
}
