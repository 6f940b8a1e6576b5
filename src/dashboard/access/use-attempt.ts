import { useState } from 'preact/hooks'
import { ApiError } from '../data/api.ts'

interface Attempts {
  /** The reason why the last act was refused. */
  readonly problem: string | undefined
  /** @returns true if the act was done. */
  attempt(act: () => Promise<void>): Promise<boolean>
}

/** Acts that the service may refuse, of which the reader is told why. */
export function useAttempt(): Attempts {
  const [problem, setProblem] = useState<string>()
  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined)
    try {
      await act()
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setProblem(error.message)
      return false
    }
  }
  return { problem, attempt }
}
