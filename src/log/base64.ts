/** The bytes of a canonical base64 text (RFC 4648, section 4); undefined if the text is not valid. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** A whole number as decimal digits without leading zeros; undefined if the text is not valid. */
export function fromDecimal(text: string): number | undefined {
  return /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text))
    ? Number(text)
    : undefined
}
