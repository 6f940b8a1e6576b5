/**
 * The variables that a process started by a test takes over from the tests: the path of programs,
 * and the folder of compiled modules, without which each start compiles the whole service anew.
 */
export function inherited(): Record<string, string> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
  }
}
