import { strToU8, zlibSync } from 'fflate'

/** Words at a place of a page, in points from its lower left corner. */
export interface Placed {
  readonly words: string
  readonly x: number
  readonly y: number
  /** Of the font, in points; 11 by default. */
  readonly size?: number
  /** The text that a mark says they stand for. */
  readonly actual?: string
}

/** A map by which every character of some words has the code that Unicode gives it. */
function toUnicode(words: string): string {
  const codes = [
    ...new Set(Array.from({ length: words.length }, (_, at) => hex(words.charCodeAt(at)))),
  ]
  const blocks = Array.from({ length: Math.ceil(codes.length / 100) }, (_, n) => {
    const block = codes.slice(n * 100, n * 100 + 100)
    const rows = block.map((code) => `<${code}> <${code}>`).join('\n')
    return `${block.length} beginbfchar\n${rows}\nendbfchar`
  })
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Own def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
end
end`
}

/** A file of these pages, as small as the format (ISO 32000-1) allows; each character is half an em wide. */
export function pdf(
  pages: readonly (readonly Placed[])[],
  { trailer = '' }: { readonly trailer?: string } = {},
): Uint8Array {
  const words = pages.flatMap((placed) => placed.map((one) => one.words)).join('')
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`)
  return pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages.length}>>`,
      '<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>',
      '<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/DW 500/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>>>',
      stream(strToU8(toUnicode(words))),
      ...pages.flatMap((placed, at) => [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${7 + at * 2} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
        stream(strToU8(placed.map(shown).join('\n'))),
      ]),
    ],
    trailer,
  )
}

/** A file of these objects, each a string or bytes, the catalogue first. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.7\n')]
  let at = (parts[0] as Uint8Array).length
  const starts = objects.map((object, index) => {
    const body = typeof object === 'string' ? strToU8(object) : object
    const whole = Buffer.concat([strToU8(`${index + 1} 0 obj\n`), body, strToU8('\nendobj\n')])
    parts.push(whole)
    at += whole.length
    return at - whole.length
  })
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`)
  const size = objects.length + 1
  parts.push(
    strToU8(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

/** A stream, deflated as often as `times` says. */
export function stream(bytes: Uint8Array, times = 1): Uint8Array {
  let packed = bytes
  for (let n = 0; n < times; n++) packed = zlibSync(packed, { level: 9 })
  const filters = '/FlateDecode'.repeat(times)
  const head = `<</Filter[${filters}]/Length ${packed.length}>>\nstream\n`
  return Buffer.concat([strToU8(head), packed, strToU8('\nendstream')])
}

function shown({ words, x, y, size = 11, actual }: Placed): string {
  const drawn = `BT /F ${size} Tf ${x} ${y} Td <${codesOf(words)}> Tj ET`
  return actual === undefined
    ? drawn
    : `/Span <</ActualText <feff${codesOf(actual)}>>> BDC\n${drawn}\nEMC`
}

function codesOf(words: string): string {
  return Array.from({ length: words.length }, (_, at) => hex(words.charCodeAt(at))).join('')
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}
