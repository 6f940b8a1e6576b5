/** How long a test waits for a condition: a limit for what hangs, on a machine that is busy too. */
export const PATIENT = { timeout: 120_000 }
