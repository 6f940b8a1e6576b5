import { ConfigurationInvalid } from './settings/config.ts'

/** The reason why a service did not start: what to tell, and the code to end with. */
export interface NotStarted {
  readonly lines: readonly string[]
  /** 2 where the configuration is at fault, 1 otherwise. */
  readonly exit: 1 | 2
}

export function notStarted(error: unknown): NotStarted {
  if (error instanceof ConfigurationInvalid) return { lines: error.faults, exit: 2 }
  const failure = error as ListenFailure
  const why = misconfigured(failure)
  if (why !== undefined) return { lines: [why], exit: 2 }
  return { lines: [faultIn(failure)], exit: 1 }
}

/** An error as listening on an address makes it, or any other. */
interface ListenFailure extends NodeJS.ErrnoException {
  readonly address?: string
  readonly hostname?: string
  readonly port?: number
}

/** The fault of the address, where nobody could listen on it. */
function misconfigured({ code = '', syscall, address, hostname, port }: ListenFailure) {
  if (syscall === 'getaddrinfo')
    return `LEDGER_HOST ${hostname} is the name of no address (${code}).`
  if (code === 'EADDRNOTAVAIL') return `LEDGER_HOST ${address} is no address of this machine.`
  if (syscall === 'listen' && code === 'EACCES') {
    return `LEDGER_PORT ${port} is not for this user to listen on.`
  }
  return undefined
}

/** Says on stderr why the service did not start, and has the process end accordingly. */
export function reportFailure(error: unknown): void {
  const { lines, exit } = notStarted(error)
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exitCode = exit
}

function faultIn(error: ListenFailure): string {
  const { code, address, port } = error
  if (code === 'EADDRINUSE') {
    return `${address}:${port} is in use by another program: stop it, or set LEDGER_PORT to another port.`
  }
  return error instanceof Error ? error.message : String(error)
}
