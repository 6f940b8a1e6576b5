import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildVerifier } from '../../src/build/verifier.ts'
import { replay, start } from '../http/running.ts'
import { inLongRun } from '../in-long-run.ts'
import { fetched, sameDigests } from './same-digests.ts'

const folder = mkdtempSync(join(tmpdir(), 'ledger-replay-'))
const program = join(folder, 'ledger-replay.mjs')
beforeAll(() => buildVerifier(program, 'replay'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

sameDigests({}, { step: inLongRun(1, 5), ledgers: inLongRun(5, 2), revisions: inLongRun(10, 5) })

describe('the replay as one file, on the Node of the system', () => {
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync('node', [program, ...words], { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  let service: Awaited<ReturnType<typeof start>>
  beforeAll(async () => {
    service = await start()
    await replay(service, 'peace-plan')
  })
  afterAll(() => service.dispose())

  /** The example, as a bundle and as the service digests it at a revision. */
  async function example(revision: number) {
    const { file, folder: at, vkey } = await fetched(service, 'peace-plan')
    const path = `/v1/negotiations/peace-plan/projections/digests?revision=${revision}`
    const { body: served } = await service.get(path)
    const against = (changed: object = {}) => {
      const path = join(at, 'digests.json')
      writeFileSync(path, JSON.stringify({ ...served, ...changed }))
      return path
    }
    const altered = (change: (lines: string[]) => void) => {
      const lines = readFileSync(file, 'utf8').split('\n')
      change(lines)
      const path = join(at, 'altered.bundle')
      writeFileSync(path, lines.join('\n'))
      return path
    }
    return { file, vkey, served, against, altered }
  }

  it('proves that what the service shows follows from what was signed', async () => {
    const { file, vkey, served, against } = await example(40)
    const { status, said } = run(file, '--key', vkey, '--against', against())
    expect(said).toContain('What the service shows follows from these entries')
    expect(said).toContain(served.digest)
    expect(status).toBe(0)
    const json = run(file, '--revision', '40', '--json')
    expect(JSON.parse(json.said)).toMatchObject({ revision: 40, digest: served.digest })
  })

  it('names the queries whose answers do not follow', async () => {
    const { file, served, against } = await example(40)
    const queries = served.queries.map((each: { query: string; digest: string }) =>
      each.query === 'stances' ? { ...each, digest: served.digest } : each,
    )
    const { status, said } = run(file, '--against', against({ queries }))
    expect(said).toMatch(/SOMETHING ELSE than follows from these entries: stances/)
    expect(status).toBe(1)
  })

  it('compares no digests of another level, version or revision', async () => {
    const { file, against } = await example(40)
    for (const changed of [{ level: 'restricted' }, { version: 0 }]) {
      const { status, said } = run(file, '--against', against(changed))
      expect(said).toContain('which do not compare')
      expect(status).toBe(3)
    }
    expect(run(file, '--revision', '41', '--against', against()).status).toBe(3)
  })

  it('refuses a bundle that is not what was signed, or whose bodies are not theirs', async () => {
    const { vkey, altered } = await example(40)
    const cut = altered((lines) => lines.splice(-2, 1))
    expect(run(cut, '--key', vkey).status).toBe(1)
    const forged = altered((lines) => {
      lines[9] = (lines[9] as string).replace(/"body":\{"/, '"body":{"a":1,"')
    })
    expect(run(forged).status).toBe(1)
  })

  it('says so where a body is withheld, and folds the entries before it', async () => {
    const { altered } = await example(40)
    const withheld = altered((lines) => {
      const { header } = JSON.parse(lines[31] as string)
      lines[31] = `{"header":${JSON.stringify(header)}}`
    })
    const { status, said } = run(withheld)
    expect(said).toContain('the body of entry 30 is withheld or erased')
    expect(status).toBe(3)
    expect(run(withheld, '--revision', '29').status).toBe(0)
  })

  it('tells how it is called', () => {
    expect(run().status).toBe(2)
    expect(run('/nowhere').status).toBe(2)
    expect(run('/nowhere', '--revision', '-1').status).toBe(2)
  })
})
