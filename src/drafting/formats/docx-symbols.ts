/** The first code of a font that draws characters of its own, as files give them. */
const PRIVATE = 0xf000

/** Before it are no characters. */
const FIRST = 0x20

/** Code units that stand for no character that all fonts have: surrogates, and those for private use. */
const OWN = /[\ud800-\uf8ff]/

/**
 * The characters of the font Symbol that stand in texts, from the place of the first: its Greek
 * letters stand where the Latin ones do.
 */
const SYMBOL: readonly (readonly [number, string])[] = [
  [0x20, ' !∀#∃%&∋()∗+,−./0123456789:;<=>?'],
  [0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xbf, '↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈'],
  [0xe5, '∑'],
  [0xf1, '〉∫'],
]

/** True of a font that draws characters of its own in the places of letters. */
export function isSymbolFont(font: string): boolean {
  return /^symbol$|dings|dingbats/i.test(font)
}

/**
 * The character that a file names by its font and its place there, four hexadecimal digits; undefined
 * where the font draws one that is not known.
 */
export function symbolOf(font: string, place: string): string | undefined {
  if (!/^[\da-f]{1,4}$/i.test(place)) return undefined
  const code = Number.parseInt(place, 16)
  if (code < FIRST) return undefined
  if (font.toLowerCase() === 'symbol') return inSymbol(code < PRIVATE ? code : code - PRIVATE)
  const character = String.fromCharCode(code)
  return isSymbolFont(font) || OWN.test(character) ? undefined : character
}

function inSymbol(code: number): string | undefined {
  for (const [first, characters] of SYMBOL) {
    const character = code < first ? undefined : characters[code - first]
    if (character !== undefined) return character
  }
  return undefined
}
