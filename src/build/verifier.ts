import { join } from 'node:path'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '../..')

/** Programs for auditors, each one JavaScript file, to be read, that Node 20 and later run. */
const PROGRAMS = {
  /** Checks bundles and receipts. It has no dependency. */
  verify: 'src/verify/main.ts',
  /** Folds bundles as the service does, and digests what the projections say. */
  replay: 'src/replay/main.ts',
} as const

/** Writes one of the programs for auditors. */
export async function buildVerifier(
  file: string,
  program: keyof typeof PROGRAMS = 'verify',
): Promise<void> {
  const build = await rolldown({
    input: join(root, PROGRAMS[program]),
    platform: 'node',
    external: [/^node:/],
  })
  await build.write({ file, format: 'esm', codeSplitting: false, minify: false })
  await build.close()
}

if (import.meta.main) {
  await buildVerifier(join(root, 'dist/ledger-verify.mjs'))
  await buildVerifier(join(root, 'dist/ledger-replay.mjs'), 'replay')
}
