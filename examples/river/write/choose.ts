/**
 * One of a list, chosen by a key: always the same for the same key and list, and independent of all
 * other choices, so that editing one line of the source changes nothing but what follows from it.
 */
export function choose<Item>(key: string, list: readonly Item[]): Item {
  if (list.length === 0) throw new Error(`nothing to choose from for ${key}`)
  return list[hash(key) % list.length] as Item
}

/** True for that share of all keys. */
export function happens(key: string, share: number): boolean {
  return hash(key) % 10_000 < share * 10_000
}

/** A number from `least` to `most`, both included. */
export function between(key: string, least: number, most: number): number {
  return least + (hash(key) % (most - least + 1))
}

/** FNV-1a over UTF-16 units, mixed at the end so that keys that differ little choose apart. */
function hash(key: string): number {
  let mixed = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) {
    mixed = Math.imul(mixed ^ key.charCodeAt(at), 0x01000193)
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
