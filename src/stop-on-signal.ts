/** The time that the service may take to finish what it accepted, before the process ends anyway. */
const PATIENCE_MS = 25_000

/** Signals within so long of the first are the same one, by way of the group and of the parent. */
const ONE_SIGNAL_MS = 500

/**
 * On the first SIGTERM or SIGINT, or when the process that launched this one is gone, lets
 * the service finish, then ends the process with 0; with 1 where it does not finish, in time or at
 * all. A second signal ends it at once.
 */
export function stopOnSignal(service: { stop(): Promise<void> }): void {
  let since: number | undefined
  const stop = async () => {
    if (since !== undefined) {
      if (performance.now() - since > ONE_SIGNAL_MS) process.exit(1)
      return
    }
    since = performance.now()
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    try {
      await service.stop()
      process.exit(0)
    } catch (error) {
      console.error(error)
      process.exit(1)
    }
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
  // Listening for its end alone is no reason to go on.
  process.channel?.unref()
}
