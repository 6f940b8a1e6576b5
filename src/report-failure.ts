import { ConfigurationInvalid } from './config.ts'

/**
 * Says on stderr why the service did not start, and has the process end with 2 where its
 * configuration is at fault, with 1 otherwise.
 */
export function reportFailure(error: unknown): void {
  const invalid = error instanceof ConfigurationInvalid
  const lines = invalid ? error.faults : [faultIn(error)]
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exitCode = invalid ? 2 : 1
}

function faultIn(error: unknown): string {
  const { code, address, port } = error as NodeJS.ErrnoException & {
    address?: string
    port?: number
  }
  if (code === 'EADDRINUSE') {
    return `${address}:${port} is in use by another program: stop it, or set LEDGER_PORT to another port.`
  }
  return error instanceof Error ? error.message : String(error)
}
