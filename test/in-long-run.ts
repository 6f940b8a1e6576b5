/**
 * A count of cases: the full one in `npm run test:long`, which runs every file that imports this
 * module, else as many as find a fault in a short time.
 */
export function inLongRun(full: number, usual: number): number {
  return process.env.LEDGER_TEST_LONG === undefined ? usual : full
}
