import {
  consistencySteps,
  type HashSteps,
  inclusionSteps,
  ProofInvalid,
} from '../../log/proof-steps.ts'
import { messages } from '../words/messages.ts'
import { nodeHash } from './hashes.ts'

/** The root that an inclusion proof leads to. @throws {Error} as {@link inclusionSteps}, in words. */
export async function rootOfInclusion(
  ...proven: Parameters<typeof inclusionSteps>
): Promise<Uint8Array> {
  try {
    return await hashed(inclusionSteps(...proven))
  } catch (error) {
    throw error instanceof ProofInvalid ? new Error(messages.proof.faults[error.fault]) : error
  }
}

/** True if the log of head `to` begins with all of the log of head `from`. */
export async function isContinued(
  ...proven: Parameters<typeof consistencySteps>
): Promise<boolean> {
  try {
    await hashed(consistencySteps(...proven))
    return true
  } catch (error) {
    if (error instanceof ProofInvalid) return false
    throw error
  }
}

async function hashed<Result>(steps: HashSteps<Result>): Promise<Result> {
  for (let step = steps.next(); ; ) {
    if (step.done === true) return step.value
    step = steps.next(await nodeHash(...step.value))
  }
}
