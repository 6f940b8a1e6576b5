import { failRequest } from './http/plugins/stray-errors.ts'

/**
 * Has an error that nobody handled cost the request in the course of which it was thrown, and no
 * other. One that is of no request ends the process with 1, as Node does.
 */
export function containErrors(): void {
  const contain = (error: unknown) => {
    if (failRequest(error)) return
    console.error(error)
    process.exit(1)
  }
  process.on('uncaughtException', contain)
  process.on('unhandledRejection', contain)
}
