import {
  type BundleEntry,
  endLine,
  entryLine,
  manifestLine,
  manifestText,
} from '../../src/log/bundle.ts'
import { leafHash } from '../../src/log/hashes.ts'
import { KEY_ROTATED, keyChangeText } from '../../src/log/key-history.ts'
import type { EventDraft } from '../../src/log/seal.ts'
import { seal } from '../../src/log/seal.ts'
import { Signer } from '../../src/log/signer.ts'
import { Tree } from '../../src/log/tree.ts'
import type { StoredEvent } from '../../src/store/event-store.ts'

export const ORIGIN = 'ledger.example/n/talks'

export const signer = (seed: number) => new Signer(ORIGIN, Buffer.alloc(32, seed))

/** Event `i` of a log that is made for a test. */
export function draft(i: number): EventDraft {
  return {
    origin: ORIGIN,
    revision: i,
    id: `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    type: 'issue.raised',
    schema: 1,
    actor: 'a_7',
    recordedAt: new Date(Date.UTC(2026, 0, 2, 3, 4, i)).toISOString(),
    occurred: {
      text: '2026-01-01',
      from: '2026-01-01T00:00:00.000Z',
      until: '2026-01-02T00:00:00.000Z',
    },
    body: { issue: `i${i}`, title: 'Армія "cap" \u2028', proposition: `At most ${600_000 + i}` },
    salt: Buffer.alloc(16, i + 1),
    request: '',
  }
}

/** An event that hands the log from one key to another, signed by the first. */
export function keyChange(i: number, from: Signer, to: Signer, type = KEY_ROTATED): EventDraft {
  const signature = from.sign(keyChangeText(ORIGIN, i, to.vkey)).toString('base64')
  return { ...draft(i), type, body: { from: from.vkey, to: to.vkey, signature } }
}

export function noteOf(
  events: readonly Pick<StoredEvent, 'header'>[],
  by: Signer,
  size = events.length,
): string {
  const tree = new Tree()
  for (const { header } of events.slice(0, size)) tree.add(leafHash(header))
  return by.checkpoint({ origin: by.key.name, size, root: tree.root() })
}

export interface Made {
  readonly events: readonly StoredEvent[]
  /** Lines without their line feeds. */
  readonly lines: readonly string[]
}

/** The last line of a bundle, with the signature of its first. */
export function endOf(first: string, checkpoint: string, by: Signer): string {
  return endLine({ checkpoint, manifest: by.sign(manifestText(first)).toString('base64') })
}

/** A bundle of drafts, signed. */
export function bundleOf(
  drafts: readonly EventDraft[],
  by: Signer,
  signedFrom: number | null = 0,
): Made {
  const events = drafts.map(seal)
  return { events, lines: bundleIn(ORIGIN, events, by, signedFrom) }
}

/** The lines of a bundle of a log of some origin. */
export function bundleIn(
  origin: string,
  events: readonly BundleEntry[],
  by: Signer,
  signedFrom: number | null = 0,
): string[] {
  const first = manifestLine({ origin, size: events.length, level: 'public', signedFrom })
  return [first, ...events.map(entryLine), endOf(first, noteOf(events, by), by)]
}

export const drafts = (size: number) => Array.from({ length: size }, (_, i) => draft(i))
