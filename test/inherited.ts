/**
 * The variables of a process that a test starts: the path of programs, and the folder of compiled
 * modules, without which each start compiles the whole service anew. However busy the machine is, a
 * service refuses nothing because of it.
 */
export function inherited(): Record<string, string> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  return {
    LEDGER_MAX_LAG_MS: '0',
    ...(PATH === undefined ? {} : { PATH }),
    ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
  }
}
