/** A printed number or letter at the beginning of a line, and what follows it there. */
export interface Labelled {
  readonly label: string
  /** What numbers of its kind look like: those of one level are alike. */
  readonly style: string
  readonly rest: string
}

const NUMBER = '(?:\\d{1,6}(?:\\.\\d{1,6}){0,8}|[IVXLC]{1,12}|\\p{L})(?:[ -]?(?:bis|ter|quater))?'

/** Divisions that are called by a word, from the widest to the narrowest. */
const NAMED: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['part', named('part|partie|titre|title|частина|часть|جزء|الباب')],
  ['chapter', named('chapter|chapitre|розділ|глава|раздел|الفصل|فصل')],
  ['section', named('section|секція|секция|القسم')],
  ['article', named('article|art\\.|стаття|статья|المادة|مادة|§')],
  ['chapter', /^(第[一二三四五六七八九十百千零〇\d]{1,12}章)[\s、：:.]*(.*)$/u],
  ['article', /^(第[一二三四五六七八九十百千零〇\d]{1,12}条)[\s、：:.]*(.*)$/u],
]

const BARE: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['dotted', /^(\d{1,6}(?:\.\d{1,6}){1,8}\.?)(?:\s+(.*)|)$/u],
  ['number', /^(\d{1,6}(?: ?(?:bis|ter|quater))?[.)])(?:\s+(.*)|)$/u],
  ['number', /^(\(\d{1,6}\))(?:\s+(.*)|)$/u],
  ['letter', /^(\(?\p{L}\)|\p{Lu}\.)(?:\s+(.*)|)$/u],
  ['roman', /^(\(?[ivxl]{2,12}\)|[IVXL]{2,12}\.)(?:\s+(.*)|)$/u],
]

/** From the widest division to the narrowest: what a style stands within where both are there. */
export const STYLES = [
  'part',
  'chapter',
  'section',
  'article',
  'number',
  'dotted',
  'letter',
  'roman',
]

/** The label with which a line begins, if it does. */
export function labelOf(line: string): Labelled | undefined {
  for (const [style, pattern] of [...NAMED, ...BARE]) {
    const found = pattern.exec(line)
    if (found !== null) return { label: found[1] as string, style, rest: found[2] ?? '' }
  }
  return undefined
}

function named(words: string): RegExp {
  return new RegExp(`^((?:${words})\\s*${NUMBER}\\.?)(?:[\\s:—–-]+(.*)|)$`, 'iu')
}
