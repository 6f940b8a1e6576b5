import { join } from 'node:path'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..')

/** Writes the offline verifier as one JavaScript file, to be read, that Node 20 and later run. */
export async function buildVerifier(file: string): Promise<void> {
  const build = await rolldown({
    input: join(root, 'src/verify/main.ts'),
    platform: 'node',
    external: [/^node:/],
  })
  await build.write({ file, format: 'esm', codeSplitting: false, minify: false })
  await build.close()
}

if (import.meta.main) await buildVerifier(join(root, 'dist/ledger-verify.mjs'))
