import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Vector {
  readonly kind: 'inclusion' | 'consistency'
  readonly name: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}
type Inclusion = Vector &
  Record<'root' | 'leafHash', string> &
  Record<'leafIdx' | 'treeSize', number>
type Consistency = Vector & Record<'root1' | 'root2', string> & Record<'size1' | 'size2', number>

/** The proofs of github.com/transparency-dev/merkle, folder testdata (Apache-2.0), one a line. */
const vectors = readFileSync(join(import.meta.dirname, 'vectors/merkle-proofs.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Vector => JSON.parse(line))

/** Proofs that an entry is in a tree. */
export const inclusion = vectors.filter(
  (vector): vector is Inclusion => vector.kind === 'inclusion',
)
/** Proofs that a tree begins with another. */
export const consistency = vectors.filter(
  (vector): vector is Consistency => vector.kind === 'consistency',
)

/** Accepted by their authors, though the roots are not 32 bytes long: refused here. */
export const NO_HASHES = 'additional/sizes-are-equal-one-and-proof-is-empty.json'

export const bytes = (text: string) => Buffer.from(text, 'base64')
export const hashesOf = ({ proof }: Vector) => (proof ?? []).map(bytes)
