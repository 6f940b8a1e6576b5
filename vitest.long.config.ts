import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { PATIENT } from './test/patient.ts'

/** The tests of the suite that have a greater count of cases here. */
const counting = globSync('test/**/*.test.ts', { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(file, 'utf8').includes("/in-long-run.ts'"),
)

export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts', ...counting],
    env: { LEDGER_TEST_LONG: 'yes' },
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    expect: { poll: PATIENT },
    fileParallelism: false,
    experimental: { viteModuleRunner: false },
    setupFiles: 'test/check-replies.ts',
    reporters: ['default', './test/tell-skipped.ts'],
    globalSetup: 'test/built.ts',
  },
})
