import { Session } from 'node:inspector/promises'
import { setFlagsFromString } from 'node:v8'

/** The compilers that optimise: code that is optimised counts a part of its steps only. */
const OPTIMISING = ['turbofan', 'maglev']

/** The sources whose work is counted. */
const COUNTED = /\/(projections|src)\/[^?]*\.ts$/

/**
 * Counts how often blocks of our own code run during each of some works, which are done in turn:
 * function bodies, branches, turns of loops. The same work has the same count on every machine. What
 * built-in functions do within one call, such as copying an array, is not seen. Nothing is optimised
 * meanwhile: other tests of the same process are not to go on without their compilers.
 *
 * To begin and to end it takes a walk over all that the process holds, which in a worker that ran
 * many tests is longer than most works: what is compared is counted in one call, prepared before.
 */
export async function countSteps<const W extends readonly (() => unknown)[]>(
  ...works: W
): Promise<{ [N in keyof W]: number }> {
  const session = new Session()
  session.connect()
  for (const compiler of OPTIMISING) setFlagsFromString(`--no-${compiler}`)
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    const steps: number[] = []
    for (const work of works) {
      // What ran since the work before is no part of this one.
      await stepsSince(session)
      await work()
      steps.push(await stepsSince(session))
    }
    return steps as { [N in keyof W]: number }
  } finally {
    await session.post('Profiler.stopPreciseCoverage')
    for (const compiler of OPTIMISING) setFlagsFromString(`--${compiler}`)
    session.disconnect()
  }
}

/** The steps since the beginning, or since they were last asked for. */
async function stepsSince(session: Session): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const counted = result.filter(({ url }) => COUNTED.test(url))
  const ranges = counted.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
  return ranges.reduce((sum, { count }) => sum + count, 0)
}
