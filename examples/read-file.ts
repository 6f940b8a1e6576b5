import { readFileSync } from 'node:fs'

/** The text of a file of the example. */
export function readExampleFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
