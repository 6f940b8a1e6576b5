type Bytes = Uint8Array<ArrayBuffer>

/** True if this browser can hash and check signatures: it cannot over plain HTTP beyond localhost. */
export function canCheck(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

export async function sha256(...parts: readonly Uint8Array[]): Promise<Bytes> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all))
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** @throws {Error} the text is not canonical base64, or base64url without padding. */
export function fromBase64(text: string): Bytes {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  if (toBase64(bytes).replace(/=*$/, '') !== base64.replace(/=*$/, '')) throw new Error('base64')
  return bytes
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

export function leafHash(header: string): Promise<Bytes> {
  return sha256(Uint8Array.of(0), utf8(header))
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(Uint8Array.of(1), left, right)
}
