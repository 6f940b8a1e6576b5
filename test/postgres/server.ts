import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'

/** The name of a suite that has no server to run on. */
export const NO_POSTGRES = 'PostgreSQL (its programs are not in /usr/lib/postgresql)'

/** The folder of the server's programs, of the latest version that is installed. */
export function postgresPrograms(): string | undefined {
  const installed = '/usr/lib/postgresql'
  if (!existsSync(installed)) return undefined
  const versions = readdirSync(installed).toSorted((one, other) => Number(other) - Number(one))
  const folders = versions.map((version) => join(installed, version, 'bin'))
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((one) => existsSync(join(folder, one))),
  )
}

/** Settings of a server by their names. */
type Settings = Readonly<Record<string, string>>

/** A server of the tests' own, reached by a socket in its folder alone. */
export class PostgresServer {
  readonly folder: string
  readonly #programs: string
  readonly #settings: Settings
  #process: ChildProcess | undefined
  #databases = 0

  private constructor(programs: string, settings: Settings) {
    this.#programs = programs
    this.#settings = settings
    this.folder = mkdtempSync(join(tmpdir(), 'ledger-pg-'))
    const { uid, gid } = USER
    if (uid !== undefined && gid !== undefined) chownSync(this.folder, uid, gid)
    process.on('exit', () => this.#process?.kill('SIGKILL'))
  }

  /**
   * Makes a cluster in a temporary folder, and starts it.
   *
   * @param settings those that are to differ from a test's, which does not wait for the disk.
   */
  static async open(programs: string, settings: Settings = {}): Promise<PostgresServer> {
    const server = new PostgresServer(programs, settings)
    const options = [
      '--no-sync',
      '--auth=trust',
      '--username=ledger',
      '--locale=C',
      '--encoding=UTF8',
    ]
    const [code] = await once(server.#spawn('initdb', ['-D', server.#data, ...options]), 'exit')
    if (code !== 0) throw new Error(`initdb ended with ${code}`)
    await server.start()
    return server
  }

  get #data(): string {
    return join(this.folder, 'data')
  }

  /** Resolves once the server takes connections. */
  async start(): Promise<void> {
    const settings = {
      ...{ listen_addresses: '', unix_socket_directories: this.folder, fsync: 'off' },
      ...{ shared_buffers: '16MB', max_connections: '60', log_min_messages: 'warning' },
      ...this.#settings,
    }
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = this.#spawn('postgres', ['-D', this.#data, ...given])
    this.#process = server
    const lines: string[] = []
    for await (const line of createInterface(server.stderr!)) {
      lines.push(line)
      if (!line.includes('ready to accept connections')) continue
      server.stderr?.resume()
      return
    }
    throw new Error(`the server ended: ${lines.join('\n')}`)
  }

  /** Ends the server at once, as a crash would: its data stay. */
  async halt(): Promise<void> {
    const server = this.#process
    this.#process = undefined
    if (server === undefined) return
    const ended = once(server, 'exit')
    server.kill('SIGQUIT')
    await ended
  }

  /** Ends the server, and removes its data. */
  async stop(): Promise<void> {
    await this.halt()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The address of a new database. */
  async database(): Promise<string> {
    const name = `secrets_${this.#databases++}`
    await query(this.#address('postgres'), `CREATE DATABASE ${name}`)
    return this.#address(name)
  }

  #address(database: string): string {
    return `postgresql://ledger@localhost/${database}?host=${this.folder}`
  }

  #spawn(program: string, given: readonly string[]): ChildProcess {
    const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
    const stdio = ['ignore', 'ignore', 'pipe'] as const
    const options = { ...USER, env: environment, cwd: this.folder, stdio: [...stdio] }
    return spawn(join(this.#programs, program), given, options)
  }
}

/** Asks a database one thing. */
export async function query(address: string, sql: string) {
  const { pathname, searchParams } = new URL(address)
  const given = { host: searchParams.get('host') as string, database: pathname.slice(1) }
  const client = new pg.Client({ ...given, user: 'ledger' })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The server does not run as root: then it is the package's own user, if there is one. */
const USER = process.getuid?.() === 0 ? packageUser() : {}

function packageUser(): { uid?: number; gid?: number } {
  const [, uid, gid] =
    /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  return uid === undefined ? {} : { uid: Number(uid), gid: Number(gid) }
}
