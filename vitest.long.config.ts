import { defineConfig } from 'vitest/config'
import { PATIENT } from './test/patient.ts'

export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    expect: { poll: PATIENT },
    fileParallelism: false,
    setupFiles: 'test/check-replies.ts',
    reporters: ['default', './test/tell-skipped.ts'],
    globalSetup: 'test/built.ts',
  },
})
