export type Language = 'en' | 'fr' | 'ar' | 'ru' | 'uk' | 'zh'

/** A manner of speaking: it decides the opening sentences. */
export type Manner = 'blunt' | 'courteous' | 'legal' | 'technical' | 'weary'

export interface Person {
  readonly id: string
  readonly name: string
  /** The name as reports in the party's own language print it. */
  readonly own: string
  readonly office: string
  readonly ownOffice: string
  readonly manner: Manner
}

export interface Party {
  readonly id: string
  /** As the brackets of the chair's text call it. */
  readonly code: string
  readonly name: string
  /** The name in the party's own language, as its reports print it. */
  readonly own: string
  /** By which reports in English call its government. */
  readonly capital: string
  readonly kind: 'state' | 'organisation' | 'grouping' | 'other'
  readonly role: 'party' | 'mediator' | 'guarantor' | 'observer'
  readonly language: Language
  /** The side of the river from which it argues. */
  readonly reach: 'upper' | 'middle' | 'lower'
  readonly people: readonly Person[]
}

type Row = readonly [name: string, own: string, office: string, ownOffice: string, Manner]

/** Ids of people are the last words of their names, without accents; no two share one. */
function people(...rows: readonly Row[]): Person[] {
  return rows.map(([name, own, office, ownOffice, manner]) => {
    const last = name.split(' ').at(-1) ?? name
    const id = last.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return { id, name, own, office, ownOffice, manner }
  })
}

function state(
  words: readonly [id: string, code: string, name: string, own: string, capital: string],
  language: Language,
  reach: Party['reach'],
  ...rows: readonly Row[]
): Party {
  const [id, code, name, own, capital] = words
  const as = { kind: 'state', role: 'party', language, reach } as const
  return { id, code, name, own, capital, ...as, people: people(...rows) }
}

function other(
  words: readonly [id: string, code: string, name: string, capital: string],
  as: Pick<Party, 'kind' | 'role' | 'reach'>,
  ...rows: readonly Row[]
): Party {
  const [id, code, name, capital] = words
  return { id, code, name, own: name, capital, ...as, language: 'en', people: people(...rows) }
}

export const PARTIES: readonly Party[] = [
  state(
    ['ardane', 'AR', 'Ardane', 'Ardane', 'Sauvelle'],
    'fr',
    'upper',
    ['Mireille Castaing', 'Mireille Castaing', 'Minister of Water', "ministre de l'Eau", 'legal'],
    ['Lucien Orvault', 'Lucien Orvault', 'head of delegation', 'chef de délégation', 'technical'],
    ['Odile Fressange', 'Odile Fressange', 'spokesperson', 'porte-parole', 'blunt'],
    ['Bastien Roquel', 'Bastien Roquel', 'director of dams', 'directeur des barrages', 'technical'],
  ),
  state(
    ['korvitsa', 'KO', 'Korvitsa', 'Корвиця', 'Zelenivka'],
    'uk',
    'upper',
    ['Ostap Halvych', 'Остап Гальвич', 'Foreign Minister', 'міністр закордонних справ', 'blunt'],
    ['Daryna Tovsta', 'Дарина Товста', 'head of delegation', 'голова делегації', 'legal'],
    ['Yurko Berezhan', 'Юрко Бережан', 'spokesperson', 'речник', 'weary'],
  ),
  state(
    ['tolmary', 'TO', 'Tolmary', 'Толмары', 'Belostrug'],
    'ru',
    'upper',
    ['Gleb Storozhin', 'Глеб Сторожин', 'Deputy Prime Minister', 'вице-премьер', 'blunt'],
    ['Taisia Velnikova', 'Таисия Вельникова', 'head of delegation', 'глава делегации', 'legal'],
    ['Roman Pustovin', 'Роман Пустовин', 'spokesperson', 'представитель МИД', 'blunt'],
  ),
  state(
    ['shanlu', 'SH', 'Shanlu', '山麓国', 'Linyue'],
    'zh',
    'upper',
    ['Gao Wenlan', '高文澜', 'Minister of Water Resources', '水利部长', 'courteous'],
    ['Shen Yuchuan', '沈渝川', 'head of delegation', '代表团团长', 'technical'],
    ['Ruan Qiao', '阮桥', 'spokesperson', '发言人', 'courteous'],
    ['Tao Hanshi', '陶汉石', 'chief hydrologist', '首席水文师', 'technical'],
  ),
  state(
    ['merand', 'ME', 'Merand', 'Merand', 'Stannick'],
    'en',
    'middle',
    ['Corwin Hale-Brandt', '', 'Foreign Secretary', '', 'courteous'],
    ['Isolde Tarrow', '', 'head of delegation', '', 'legal'],
    ['Piers Wendlock', '', 'spokesperson', '', 'weary'],
    ['Agatha Rusk', '', 'Secretary for Rivers', '', 'technical'],
  ),
  state(
    ['lodava', 'LO', 'Lodava', 'Лодава', 'Tikhovod'],
    'ru',
    'middle',
    [
      'Arkady Zimoles',
      'Аркадий Зимолес',
      'Minister of Transport',
      'министр транспорта',
      'courteous',
    ],
    ['Nina Protasova', 'Нина Протасова', 'head of delegation', 'глава делегации', 'technical'],
    ['Vadim Osinets', 'Вадим Осинец', 'spokesperson', 'пресс-секретарь', 'weary'],
  ),
  state(
    ['vessany', 'VE', 'Vessany', 'Vessanie', 'Port-Aubel'],
    'fr',
    'middle',
    ['Blaise Thévarin', 'Blaise Thévarin', 'Prime Minister', 'Premier ministre', 'courteous'],
    ['Sidonie Lamarque', 'Sidonie Lamarque', 'head of delegation', 'cheffe de délégation', 'legal'],
    ['Anselme Crozatier', 'Anselme Crozatier', 'spokesperson', 'porte-parole', 'courteous'],
  ),
  state(
    ['qarim', 'QA', 'Qarim', 'قارم', 'Dar Salwa'],
    'ar',
    'middle',
    ['Idris al-Wazzani', 'إدريس الوزاني', 'Minister of Irrigation', 'وزير الري', 'blunt'],
    ['Lubna Sahnoun', 'لبنى سحنون', 'head of delegation', 'رئيسة الوفد', 'technical'],
    ['Hatim Bargash', 'حاتم برغش', 'spokesperson', 'المتحدث باسم الوزارة', 'weary'],
  ),
  state(
    ['dorrell', 'DO', 'Dorrell', 'Dorrell', 'Upper Wick'],
    'en',
    'middle',
    ['Maud Ellingsworth', '', 'First Minister', '', 'courteous'],
    ['Thaddeus Penhallow', '', 'head of delegation', '', 'legal'],
  ),
  state(
    ['saffara', 'SA', 'Saffara', 'الصفّارة', 'Bahrat'],
    'ar',
    'lower',
    ['Nadim Qastari', 'نديم القسطري', 'Minister of Water', 'وزير المياه', 'blunt'],
    ['Rawya Shammout', 'راوية شموط', 'head of delegation', 'رئيسة الوفد', 'legal'],
    ['Zaki Benfarhat', 'زكي بن فرحات', 'spokesperson', 'المتحدث باسم الحكومة', 'blunt'],
    ['Munira Dallal', 'منيرة الدلال', 'chief hydrologist', 'كبيرة خبراء المياه', 'technical'],
  ),
  state(
    ['nilune', 'NI', 'Nilune', 'Nilune', 'Anse-Claire'],
    'fr',
    'lower',
    ['Eulalie Mombrun', 'Eulalie Mombrun', 'Minister for the Delta', 'ministre du Delta', 'weary'],
    [
      'Gaspard Thélismond',
      'Gaspard Thélismond',
      'head of delegation',
      'chef de délégation',
      'courteous',
    ],
    ['Rosalie Bienvert', 'Rosalie Bienvert', 'spokesperson', 'porte-parole', 'blunt'],
  ),
  state(
    ['pellin', 'PE', 'Pellin', 'Pellin', 'Marshgate'],
    'en',
    'lower',
    ['Jocasta Thrupp', '', 'Minister for Fisheries', '', 'blunt'],
    ['Wilmot Ashdown', '', 'head of delegation', '', 'technical'],
    ['Dinah Creel', '', 'spokesperson', '', 'blunt'],
  ),
  state(
    ['wadira', 'WA', 'Wadira', 'وديرة', 'Umm Raha'],
    'ar',
    'lower',
    ['Sulafa Nabhani', 'سلافة النبهاني', 'Foreign Minister', 'وزيرة الخارجية', 'blunt'],
    ['Jabir Mutlaqi', 'جابر المطلقي', 'head of delegation', 'رئيس الوفد', 'weary'],
    ['Hayat Srour', 'حياة سرور', 'spokesperson', 'المتحدثة باسم الخارجية', 'blunt'],
  ),
  state(
    ['ostrenka', 'OS', 'Ostrenka', 'Остренка', 'Ozerets'],
    'uk',
    'middle',
    [
      'Bohdana Levytska',
      'Богдана Левицька',
      'Minister of Environment',
      'міністерка довкілля',
      'technical',
    ],
    ['Maksym Zaruba', 'Максим Заруба', 'head of delegation', 'голова делегації', 'courteous'],
    ['Solomiya Kvit', 'Соломія Квіт', 'spokesperson', 'речниця', 'courteous'],
  ),
  state(
    ['yunpo', 'YU', 'Yunpo', '云坡国', 'Yunpo City'],
    'zh',
    'middle',
    ['Lian Shuyi', '连书仪', 'Vice-Premier', '副总理', 'courteous'],
    ['Mo Jinghe', '莫景和', 'head of delegation', '代表团团长', 'legal'],
    ['Fei Lanzhou', '费岚舟', 'spokesperson', '发言人', 'technical'],
  ),
  other(
    ['river-peoples', 'RP', 'Council of River Peoples', 'the Council of River Peoples'],
    { kind: 'organisation', role: 'party', reach: 'lower' },
    ['Anahi Teshuwe', '', 'speaker of the Council', '', 'courteous'],
    ['Moro Kelatu', '', 'legal adviser', '', 'legal'],
    ['Isha Varrenoa', '', 'keeper of the fisheries', '', 'weary'],
  ),
  other(
    ['chair', 'CH', 'Chair of the Conference', 'the Chair'],
    { kind: 'other', role: 'mediator', reach: 'middle' },
    ['Amadine Rothwell-Sy', '', 'Chair of the Conference', '', 'courteous'],
    ['Benedikt Aurland', '', 'secretary of the Conference', '', 'technical'],
  ),
  other(
    ['bank', 'CDB', 'Continental Development Bank', 'the Continental Development Bank'],
    { kind: 'organisation', role: 'guarantor', reach: 'middle' },
    ['Florian Deshault', '', 'vice-president', '', 'technical'],
    ['Ewa Montclar', '', 'head of the water department', '', 'legal'],
  ),
  other(
    ['coastal-cities', 'CC', 'Union of Coastal Cities', 'the Union of Coastal Cities'],
    { kind: 'organisation', role: 'observer', reach: 'lower' },
    ['Renske Oldacre', '', 'secretary-general', '', 'weary'],
  ),
  other(['headwaters', 'HW', 'Headwaters Group', 'the Headwaters Group'], {
    kind: 'grouping',
    role: 'party',
    reach: 'upper',
  }),
  other(['plains-compact', 'PC', 'Plains Compact', 'the Plains Compact'], {
    kind: 'grouping',
    role: 'party',
    reach: 'middle',
  }),
  other(['delta-alliance', 'DA', 'Delta Alliance', 'the Delta Alliance'], {
    kind: 'grouping',
    role: 'party',
    reach: 'lower',
  }),
  other(['lake-circle', 'LC', 'Lake Circle', 'the Lake Circle'], {
    kind: 'grouping',
    role: 'party',
    reach: 'middle',
  }),
]

/** Memberships from the first day on; the story has the rest. */
export const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  headwaters: ['ardane', 'korvitsa', 'tolmary', 'shanlu'],
  'plains-compact': ['merand', 'lodava', 'vessany', 'qarim'],
  'delta-alliance': ['saffara', 'nilune', 'pellin', 'wadira'],
}

/** The party that has the chair of a grouping, and speaks for it. */
export const SPOKEN_BY: Readonly<Record<string, string>> = {
  headwaters: 'ardane',
  'plains-compact': 'merand',
  'delta-alliance': 'saffara',
  'lake-circle': 'ostrenka',
}
