/** The oldest version of Node that the service runs on: the first with all it needs built in. */
const OLDEST = 24

/**
 * Ends the process with a sentence that says what to do where this Node is too old. Called before
 * anything is imported that an older Node cannot load.
 *
 * @param version such as `26.10.0`
 */
export function requireNode(version = process.versions.node): void {
  const fault = nodeFault(version)
  if (fault === undefined) return
  process.stderr.write(`${fault}\n`)
  process.exit(2)
}

/** The fault of a version of Node, in a sentence; undefined if it is new enough. */
export function nodeFault(version: string = process.versions.node): string | undefined {
  if (Number.parseInt(version, 10) >= OLDEST) return undefined
  return `This is Node ${version}; the ledger needs ${OLDEST} or later. \`npm ci\` installs one beside it: use \`npm start\` or \`npm run demo\`.`
}
