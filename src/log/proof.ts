import { nodeHash } from './hashes.ts'
import { consistencySteps, type HashSteps, inclusionSteps, type TreeHead } from './proof-steps.ts'

/** The root that an inclusion proof leads to. @throws as {@link inclusionSteps}. */
export function rootOfInclusion(...proven: Parameters<typeof inclusionSteps>): Uint8Array {
  return hashed(inclusionSteps(...proven))
}

/** Checks that one head's log begins with all of the other's. @throws as {@link consistencySteps}. */
export function checkConsistency(from: TreeHead, to: TreeHead, proof: readonly Uint8Array[]): void {
  hashed(consistencySteps(from, to, proof))
}

function hashed<Result>(steps: HashSteps<Result>): Result {
  for (let step = steps.next(); ; ) {
    if (step.done === true) return step.value
    step = steps.next(nodeHash(...step.value))
  }
}
