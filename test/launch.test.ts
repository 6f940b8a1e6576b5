import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { PATIENT } from './patient.ts'

const root = join(import.meta.dirname, '..')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A program in TypeScript, as a path from the folder of the project. */
function program(text: string): string {
  const path = join(folder, 'program.ts')
  writeFileSync(path, text)
  return relative(root, path)
}

/** Started as npm's scripts are: by whatever `node` is on the PATH, from any folder. */
const run = (path: string, ...options: string[]) =>
  spawnSync('node', [join(root, 'bin/run.js'), path, ...options], {
    cwd: folder,
    encoding: 'utf8',
  })

describe('a program is launched', () => {
  test('on a Node that runs TypeScript, with its arguments', () => {
    const path = program(
      'const [, , ...given]: string[] = process.argv; console.log(parseInt(process.versions.node) >= 24, given)',
    )
    expect(run(path, 'a', '--b').stdout).toBe("true [ 'a', '--b' ]\n")
  })

  test('and finds its modules compiled the next time', () => {
    const path = program(
      "import { getCompileCacheDir } from 'node:module'; console.log(getCompileCacheDir())",
    )
    expect(run(path).stdout).toContain(join(root, 'node_modules/.cache/node'))
  })

  test('and ends as it ends', () => {
    expect(run(program('process.exitCode = 3')).status).toBe(3)
    expect(run(program("process.kill(process.pid, 'SIGKILL')")).status).toBe(128 + 9)
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('and told of %s, once', async (signal) => {
    const path = program(`
      let times: number = 0
      process.on('${signal}', () => { times += 1; setTimeout(() => process.exit(40 + times), 200) })
      setInterval(() => {}, 1000)
      console.log('ready')
    `)
    const child = spawn('node', [join(root, 'bin/run.js'), path])
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.stdout.once('data', () => child.kill(signal))
    expect(await ended).toBe(41)
  })

  /** A service that says when it is there, and makes a file when it was let finish. */
  const service = (left: string) =>
    program(`
      import { writeFileSync } from 'node:fs'
      import { stopOnSignal } from '${join(root, 'src/stop-on-signal.ts')}'
      stopOnSignal({ stop: async () => writeFileSync('${left}', '') })
      setInterval(() => {}, 1000)
      console.log('ready')
    `)

  test('and a service ends with its launcher, however that ends', async () => {
    const left = join(folder, 'killed')
    const child = spawn('node', [join(root, 'bin/run.js'), service(left)])
    child.stdout.once('data', () => child.kill('SIGKILL'))
    await vi.waitUntil(() => existsSync(left), PATIENT)
  })

  test('and with the shell in which npm launched it', async () => {
    const left = join(folder, 'orphaned')
    const command = `node ${join(root, 'bin/run.js')} ${service(left)}; true`
    const env = { ...process.env, npm_command: 'exec' }
    const child = spawn('sh', ['-c', command], { env })
    child.stdout.once('data', () => child.kill('SIGTERM'))
    await vi.waitUntil(() => existsSync(left), PATIENT)
  })

  test('and a signal that comes by two ways is one', async () => {
    const left = join(folder, 'twice')
    const child = spawn(process.execPath, [join(root, service(left))])
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.stdout.once('data', () => {
      child.kill('SIGINT')
      child.kill('SIGTERM')
    })
    expect(await ended).toBe(0)
  })
})
