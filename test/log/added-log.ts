import { KEY_ROTATED, keyChangeText, LOG_MOVED } from '../../src/log/key-history.ts'
import { seal } from '../../src/log/seal.ts'
import { Signer } from '../../src/log/signer.ts'
import { leaf } from './worked-vector.ts'

/*
 * The log of the worked vector goes on: an entry of a level, a rotation, a move.
 */
export const origin = 'ledger.example/n/0001'

/** Seeds 00…1f, 20…3f and 40…5f. */
export const [first, second, third] = [0, 32, 64].map(
  (start) => new Signer(origin, Buffer.from(Array.from({ length: 32 }, (_, i) => start + i))),
) as [Signer, Signer, Signer]

/** The entries of the worked vector. */
export const worked = [0, 1, 2].map((i) => seal(leaf(i)))

/** The entry above level public: its date is in its body. */
export const leveled = seal({ ...leaf(3), level: 'restricted' })

const change = (revision: number, by: Signer, to: Signer, type: string) => {
  const signature = by.sign(keyChangeText(origin, revision, to.vkey)).toString('base64')
  return seal({ ...leaf(revision), type, body: { from: by.vkey, to: to.vkey, signature } })
}

export const rotated = change(4, first, second, KEY_ROTATED)
export const moved = change(5, second, third, LOG_MOVED)
