/** How long the service may take to finish what it accepted, before the process ends anyway. */
const PATIENCE_MS = 25_000

/**
 * On the first SIGTERM or SIGINT lets the service finish, then ends the process with 0; with 1
 * where it does not finish, in time or at all. A second signal ends it at once.
 */
export function stopOnSignal(service: { stop(): Promise<void> }): void {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
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
}
