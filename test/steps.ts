import { Session } from 'node:inspector/promises'
import { setFlagsFromString } from 'node:v8'

/** The compilers that optimise: code that is optimised counts a part of its steps only. */
const OPTIMISING = ['turbofan', 'maglev']

/** The sources whose work is counted. */
const COUNTED = /\/(projections|src)\/[^?]*\.ts$/

/**
 * Counts how often blocks of our own code run during `work`: function bodies, branches, turns of
 * loops. The same work has the same count on every machine. What built-in functions do within one
 * call, such as copying an array, is not seen. Nothing is optimised meanwhile: other tests of the same
 * process are not to go on without their compilers.
 */
export async function countSteps(work: () => unknown): Promise<number> {
  const session = new Session()
  session.connect()
  for (const compiler of OPTIMISING) setFlagsFromString(`--no-${compiler}`)
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    await work()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    const counted = result.filter(({ url }) => COUNTED.test(url))
    const ranges = counted.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    return ranges.reduce((sum, { count }) => sum + count, 0)
  } finally {
    await session.post('Profiler.stopPreciseCoverage')
    for (const compiler of OPTIMISING) setFlagsFromString(`--${compiler}`)
    session.disconnect()
  }
}
