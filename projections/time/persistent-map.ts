interface Node<V> {
  readonly key: string
  readonly value: V
  readonly priority: number
  readonly before: Tree<V>
  readonly after: Tree<V>
}

type Tree<V> = Node<V> | undefined

/**
 * A map that is never changed: `with` makes a new one that shares all but O(log n) nodes with the
 * old: a path-copying treap, ordered by key. Priorities are random, so that no choice of keys makes
 * it deep.
 */
export class PersistentMap<V> {
  readonly #root: Tree<V>

  constructor(root?: Tree<V>) {
    this.#root = root
  }

  get(key: string): V | undefined {
    let node = this.#root
    while (node !== undefined && node.key !== key) node = key < node.key ? node.before : node.after
    return node?.value
  }

  /** Every value, in the order of the keys. */
  *values(): Generator<V> {
    const path: Node<V>[] = []
    for (let node = this.#root; node !== undefined || path.length > 0; ) {
      for (; node !== undefined; node = node.before) path.push(node)
      const next = path.pop() as Node<V>
      yield next.value
      node = next.after
    }
  }

  /** The map with that value under that key, in place of any that it had. */
  with(key: string, value: V): PersistentMap<V> {
    return new PersistentMap(put(this.#root, key, value))
  }
}

function put<V>(node: Tree<V>, key: string, value: V): Node<V> {
  if (node === undefined) {
    return { key, value, priority: randomPriority(), before: undefined, after: undefined }
  }
  if (key === node.key) return { ...node, value }
  if (key < node.key) {
    const before = put(node.before, key, value)
    return before.priority > node.priority
      ? { ...before, after: { ...node, before: before.after } }
      : { ...node, before }
  }
  const after = put(node.after, key, value)
  return after.priority > node.priority
    ? { ...after, before: { ...node, after: after.before } }
    : { ...node, after }
}

/** 30 bits: a number that needs no memory of its own. */
function randomPriority(): number {
  return Math.floor(Math.random() * 2 ** 30)
}
