/** The bytes of a reply. @throws it is longer than `most` bytes, or breaks off. */
export async function limitedReply(response: Response, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > most) throw new Error(`the reply is longer than ${most} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
