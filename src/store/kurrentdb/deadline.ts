/**
 * A call's result, if it comes in time. The clients' own deadlines do not cover every way in which
 * an answer can fail to come.
 *
 * @throws {Error} it did not come; what comes later is dropped.
 */
export async function withinDeadline<T>(ms: number, call: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const message = `no answer within ${ms} ms`
  const timer = setTimeout(() => late.reject(new Error(message)), ms)
  try {
    return await Promise.race([call, late.promise])
  } finally {
    clearTimeout(timer)
    call.catch(() => undefined)
  }
}
