/** A printed number or letter at the beginning of a line, and what follows it there. */
export interface Labelled {
  readonly label: string
  /** What numbers of its kind look like: those of one level are alike. */
  readonly style: string
  readonly rest: string
}

const DIGITS = '[\\d٠-٩۰-۹]{1,6}'

/** Numbers that are words, as the first articles of French and Arabic texts have them. */
const ORDINALS = [
  'premi(?:er|ère)|unique|first|перша|перший|первая|первый',
  'ال(?:[أا]ول[ىي]?|ثاني?ة?|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|حادية?)(?: عشرة?)?',
].join('|')
const NUMBER = [
  `(?:\\(${DIGITS}\\)|${DIGITS}(?:\\.${DIGITS}){0,8}(?:re|er|ère|º|°)?|[IVXLC]{1,12}|${ORDINALS}|\\p{L})`,
  '(?:[ -]?(?:bis|ter|quater|مكرر))?',
].join('')

/** Divisions that are called by a word, from the widest to the narrowest. */
const NAMED: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['part', named('part|partie|titre|title|частина|часть|(?:ال)?جزء|(?:ال)?باب')],
  ['chapter', named('chapter|chapitre|розділ|глава|раздел|(?:ال)?فصل')],
  ['section', named('section|секція|секция|(?:ال)?قسم')],
  ['article', named('article|art\\.|стаття|статья|(?:ال)?مادة|§')],
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

/** Divisions whose first line may be a heading and not the beginning of the text. */
export const TITLED: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article'])

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
