import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareFiles } from '../src/files.ts'
import { ConfigurationInvalid } from '../src/settings/config.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { newFolder } from './store/folder.ts'

const fault = (files: { data: string; index: string }) => {
  try {
    prepareFiles(files)
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error.faults.join()
    throw error
  }
  return undefined
}

test('folders that are not there are made, with those above them', () => {
  const at = newFolder()
  expect(fault({ data: join(at, 'a/b'), index: join(at, 'c/d/index') })).toBeUndefined()
  expect([existsSync(join(at, 'a/b')), existsSync(join(at, 'c/d'))]).toEqual([true, true])
})

test.runIf(process.platform === 'linux')('a place that takes no folder is a fault', () => {
  expect(fault({ data: '/proc/x', index: '' })).toMatch(/^LEDGER_DATA \/proc\/x cannot be used: /)
})

test('a file is no folder, and a folder is no index', () => {
  const at = newFolder()
  writeFileSync(join(at, 'file'), '')
  expect(fault({ data: join(at, 'file'), index: '' })).toContain('is not a folder')
  expect(fault({ data: join(at, 'file/x'), index: '' })).toContain('is not a folder')
  mkdirSync(join(at, 'folder'))
  const index = join(at, 'folder')
  expect(fault({ data: at, index })).toMatch(/^LEDGER_INDEX .* it is not a file/)
})

test('an index takes no place of another file', async () => {
  const at = newFolder()
  const index = join(at, 'letters.txt')
  writeFileSync(index, 'Dear Sir')
  expect(fault({ data: at, index })).toContain('it is another file')
  expect(readFileSync(index, 'utf8')).toBe('Dear Sir')
  await (await openSqliteStore(at)).close()
  expect(fault({ data: at, index: join(at, 'ledger.sqlite') })).toContain('it is another file')
})
