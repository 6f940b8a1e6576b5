import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { PATIENT } from './test/patient.ts'
import { SlowFirst } from './test/slow-first.ts'

// What `npm test` sets already (bin/launch.js), for `npx vitest` too: workers, and the services and
// threads that tests start, inherit it. Without it each of them compiles its modules anew.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node')

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/long/**'],
    // Generous: tests wait on conditions, and the machine may be busy with other work.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: PATIENT },
    // Most of the time is spent in the services and browsers that tests start, and no test replaces
    // a module: one load of them serves all files. While a test waits for a disk or a browser, that
    // of another worker goes on.
    isolate: false,
    // Node itself loads the sources, as it does when the service runs: a tenth less processor time.
    experimental: { viteModuleRunner: false },
    maxWorkers: availableParallelism() * 2,
    sequence: { sequencer: SlowFirst },
    setupFiles: 'test/check-replies.ts',
    reporters: ['default', './test/tell-skipped.ts'],
    globalSetup: 'test/built.ts',
  },
})
