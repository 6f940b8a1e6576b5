import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/long/**'],
    testTimeout: 30_000,
    reporters: ['default', './test/tell-skipped.ts'],
    globalSetup: 'test/dashboard/build.ts',
  },
})
