import { Usage } from './given.ts'
import { printable, type Report } from './report.ts'

/**
 * Runs a program of its own: prints what it reports, and the help where it was called wrongly.
 *
 * @returns the code to end with.
 */
export async function runProgram(help: string, run: () => Promise<Report>): Promise<number> {
  try {
    const { lines, exit } = await run()
    process.stdout.write(`${lines.map(printable).join('\n')}\n`)
    return exit
  } catch (error) {
    const isUsage =
      error instanceof Usage || (error as { code?: string }).code?.startsWith('ERR_PARSE')
    if (!isUsage) throw error
    process.stderr.write(`${(error as Error).message}\n\n${help}`)
    return 2
  }
}
