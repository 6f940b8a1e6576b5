import { readExample } from '../../examples/example.ts'

/** Every command of the example beside the time at which it was recorded. */
export function recordedExample() {
  return readExample().flatMap(({ recordedAt, commands }) =>
    commands.map((command) => ({ recordedAt, command })),
  )
}
