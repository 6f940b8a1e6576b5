import type { Language } from './parties.ts'

export type Theme =
  | 'flow'
  | 'works'
  | 'nature'
  | 'transport'
  | 'data'
  | 'money'
  | 'order'
  | 'peoples'
  | 'disputes'

/** Themes by the names that readers see. */
export const THEMES: { readonly [T in Theme]: string } = {
  flow: 'The flow',
  works: 'Works',
  nature: 'Nature',
  transport: 'Navigation and power',
  data: 'Data and inspection',
  money: 'Money',
  order: 'The Commission',
  peoples: 'Peoples',
  disputes: 'Disputes and entry',
}

export interface Issue {
  readonly id: string
  readonly theme: Theme
  readonly title: string
  readonly proposition: string
  /** The unit of its number, if positions name one. */
  readonly unit?: string
  /** The day on which it comes up; the opening day if left out. */
  readonly raised?: string
  /** The clause of the chair's text that would settle it. */
  readonly clause?: string
  /** By which sentences of each language call it. */
  readonly names: Readonly<Record<Language, string>>
}

type Names = readonly [fr: string, ar: string, ru: string, uk: string, zh: string]

function issue(
  id: string,
  theme: Theme,
  title: string,
  proposition: string,
  [fr, ar, ru, uk, zh]: Names,
  more: Pick<Issue, 'unit' | 'raised' | 'clause'> = {},
): Issue {
  const en = `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`
  return { id, theme, title, proposition, names: { en, fr, ar, ru, uk, zh }, ...more }
}

const FLOW = 'cubic metres a second'

export const ISSUES: readonly Issue[] = [
  issue(
    'minimum-flow',
    'flow',
    'The minimum flow at Kessen',
    'A minimum flow is guaranteed at Kessen as a duty of the States above it.',
    [
      'le débit minimal à Kessen',
      'الحد الأدنى للتدفق عند كيسن',
      'минимальный сток у Кессена',
      'мінімальний стік біля Кессена',
      '凯森最低流量',
    ],
    { unit: FLOW, clause: 'flow-minimum' },
  ),
  issue(
    'flow-share',
    'flow',
    'A share of the natural flow',
    'The duty at Kessen is a share of the natural flow of each month.',
    [
      'une part du débit naturel',
      'حصة من التدفق الطبيعي',
      'доля естественного стока',
      'частка природного стоку',
      '天然径流份额',
    ],
    { unit: 'per cent', raised: '2025-06-13', clause: 'flow-share' },
  ),
  issue(
    'dry-year-cuts',
    'flow',
    'Cuts in dry years',
    'In a dry year all withdrawals are cut by one scale.',
    [
      'les réductions en année sèche',
      'التخفيضات في السنوات الجافة',
      'сокращения в засушливый год',
      'скорочення в посушливий рік',
      '枯水年削减',
    ],
    { clause: 'dry-cuts' },
  ),
  issue(
    'dry-year-test',
    'flow',
    'The test of a dry year',
    'A dry year is declared below three quarters of the mean flow.',
    [
      "le seuil de l'année sèche",
      'معيار السنة الجافة',
      'порог засушливого года',
      'поріг посушливого року',
      '枯水年标准',
    ],
    { unit: 'per cent', clause: 'term-dry' },
  ),
  issue(
    'drought-reserve',
    'flow',
    'The drought reserve',
    'The large storages hold a reserve on which the Commission may call.',
    [
      'la réserve de sécheresse',
      'احتياطي الجفاف',
      'запас на засуху',
      'запас на посуху',
      '抗旱储备',
    ],
    { unit: 'cubic kilometres', raised: '2025-06-20', clause: 'reserve-held' },
  ),
  issue(
    'spring-pulse',
    'flow',
    'The spring pulse',
    'Water is released each spring to flood the spawning meadows.',
    ['la crue de printemps', 'دفعة الربيع', 'весенний попуск', 'весняний попуск', '春季脉冲放水'],
    { unit: 'days', clause: 'seasonal-pulse' },
  ),
  issue(
    'flood-warning',
    'flow',
    'The time of flood warnings',
    'Floods are announced downstream within six hours.',
    [
      "le délai d'alerte aux crues",
      'مهلة الإنذار بالفيضان',
      'срок оповещения о паводке',
      'строк попередження про паводок',
      '洪水预警时限',
    ],
    { unit: 'hours', clause: 'flood-warning' },
  ),
  issue(
    'diversions',
    'flow',
    'Diversions out of the Basin',
    'No water leaves the Basin without the consent of the Commission.',
    [
      'les transferts hors du bassin',
      'تحويل المياه خارج الحوض',
      'переброска воды из бассейна',
      'перекидання води з басейну',
      '跨流域调水',
    ],
    { clause: 'diversion-out' },
  ),
  issue(
    'groundwater',
    'flow',
    'Groundwater',
    'The Treaty covers groundwater that is joined to the river.',
    ['les eaux souterraines', 'المياه الجوفية', 'подземные воды', 'підземні води', '地下水'],
    { clause: 'scope-waters' },
  ),
  issue(
    'filling-time',
    'works',
    'The time of filling',
    'Large reservoirs are filled over at least six years.',
    ['la durée de remplissage', 'مدة الملء', 'срок заполнения', 'строк заповнення', '蓄水期'],
    { unit: 'years', clause: 'filling-years' },
  ),
  issue(
    'haut-sauvel',
    'works',
    'The status of Haut-Sauvel',
    'The dam of Haut-Sauvel is subject to the rules for new works.',
    [
      'le statut de Haut-Sauvel',
      'وضع سد أوت سوفيل',
      'статус плотины О-Совель',
      'статус греблі О-Совель',
      '上索维尔大坝地位',
    ],
    { clause: 'sauvel-status' },
  ),
  issue(
    'notice-of-works',
    'works',
    'Notice of new works',
    'New works are announced at least nine months ahead.',
    [
      'le préavis des nouveaux ouvrages',
      'الإخطار بالمنشآت الجديدة',
      'уведомление о новых сооружениях',
      'повідомлення про нові споруди',
      '新工程通知',
    ],
    { unit: 'months', clause: 'works-notice' },
  ),
  issue(
    'independent-study',
    'works',
    'Independent studies',
    'Studies of new works are made by experts independent of the builder.',
    [
      'les études indépendantes',
      'الدراسات المستقلة',
      'независимые исследования',
      'незалежні дослідження',
      '独立研究',
    ],
    { raised: '2025-04-15', clause: 'works-study' },
  ),
  issue(
    'pause-of-building',
    'works',
    'A pause of building',
    'Building waits while an objection is considered.',
    [
      'la suspension des travaux',
      'وقف البناء',
      'приостановка строительства',
      'призупинення будівництва',
      '暂停施工',
    ],
    { clause: 'works-reply' },
  ),
  issue(
    'dam-safety',
    'works',
    'Review of dam safety',
    'Independent engineers review every large dam.',
    [
      'la sûreté des barrages',
      'سلامة السدود',
      'безопасность плотин',
      'безпека гребель',
      '大坝安全',
    ],
    { clause: 'safety-review' },
  ),
  issue(
    'salinity',
    'nature',
    'The limit of salinity',
    'Salinity at Marshgate has a limit that binds.',
    ['la limite de salinité', 'حد الملوحة', 'предел солёности', 'межа солоності', '盐度限值'],
    { unit: 'milligrams a litre', clause: 'salinity-limit' },
  ),
  issue(
    'sewage',
    'nature',
    'Treatment of sewage',
    'Large towns treat their sewage by a fixed year.',
    [
      "l'épuration des eaux usées",
      'معالجة الصرف الصحي',
      'очистка сточных вод',
      'очищення стічних вод',
      '污水处理',
    ],
    { unit: 'year', clause: 'quality-towns' },
  ),
  issue(
    'mine-permits',
    'nature',
    'Permits for mines',
    'Discharges of mines need permits that other Parties can see.',
    [
      'les permis miniers',
      'تصاريح المناجم',
      'разрешения для рудников',
      'дозволи для копалень',
      '矿山许可',
    ],
    { clause: 'quality-industry' },
  ),
  issue(
    'fish-passage',
    'nature',
    'Passages for fish',
    'Dams below Linyue get passages for fish by a fixed term.',
    ['les passes à poissons', 'ممرات الأسماك', 'рыбоходы', 'рибоходи', '鱼道'],
    { unit: 'years', clause: 'fish-passage' },
  ),
  issue(
    'wetlands',
    'nature',
    'Restored flood plains',
    'The Parties restore flood plain of a fixed extent.',
    [
      'la restauration des zones humides',
      'استعادة الأراضي الرطبة',
      'восстановление пойм',
      'відновлення заплав',
      '湿地恢复',
    ],
    { unit: 'hectares', clause: 'wetlands-restore' },
  ),
  issue(
    'sand-mining',
    'nature',
    'Mining of sand',
    'Sand is not mined from the bed below Kessen.',
    ["l'extraction de sable", 'استخراج الرمال', 'добыча песка', 'видобуток піску', '采砂'],
    { clause: 'sediment-mining' },
  ),
  issue(
    'channel-depth',
    'transport',
    'The depth of the channel',
    'The channel is kept at a depth that sea-going barges need.',
    [
      'la profondeur du chenal',
      'عمق المجرى الملاحي',
      'глубина фарватера',
      'глибина фарватеру',
      '航道水深',
    ],
    { unit: 'metres', clause: 'navigation-channel' },
  ),
  issue(
    'dues',
    'transport',
    'Dues on vessels',
    'Dues do not exceed the cost of the waterway.',
    ['les droits de navigation', 'رسوم الملاحة', 'судоходные сборы', 'судноплавні збори', '通航费'],
    { clause: 'dues-cost' },
  ),
  issue(
    'power-price',
    'transport',
    'The price of power given up',
    'Power that is given up for flow is paid for.',
    [
      "le prix de l'énergie cédée",
      'ثمن الطاقة المتنازل عنها',
      'цена уступленной энергии',
      'ціна поступленої енергії',
      '让电补偿价',
    ],
    { clause: 'power-price' },
  ),
  issue(
    'power-lines',
    'transport',
    'Routes of power lines',
    'Lines may cross by the shortest route.',
    [
      'les tracés des lignes',
      'مسارات خطوط الكهرباء',
      'трассы линий электропередачи',
      'траси ліній електропередачі',
      '输电线路',
    ],
    { clause: 'power-lines' },
  ),
  issue(
    'data-interval',
    'data',
    'The interval of reports',
    'Flow and storage are reported at least every day.',
    [
      'la fréquence des relevés',
      'وتيرة التقارير',
      'частота сводок',
      'частота зведень',
      '数据报送频率',
    ],
    { unit: 'hours', clause: 'data-daily' },
  ),
  issue(
    'open-data',
    'data',
    'Public data',
    'Data on the river are open to the public.',
    ['les données publiques', 'إتاحة البيانات', 'открытые данные', 'відкриті дані', '数据公开'],
    { clause: 'data-open' },
  ),
  issue(
    'inspection-notice',
    'data',
    'Notice of inspections',
    'Inspectors visit large works at short notice.',
    [
      "le préavis d'inspection",
      'الإخطار بالتفتيش',
      'уведомление об инспекции',
      'повідомлення про інспекцію',
      '核查通知',
    ],
    { unit: 'days', clause: 'inspection-right' },
  ),
  issue(
    'military-works',
    'data',
    'Works of the armed forces',
    'Works of the armed forces are open to inspection.',
    [
      'les ouvrages militaires',
      'المنشآت العسكرية',
      'военные объекты',
      'військові об’єкти',
      '军用设施',
    ],
    { clause: 'inspection-sites' },
  ),
  issue(
    'fund-size',
    'money',
    'The size of the Fund',
    'A Basin Fund of a fixed size is established.',
    ['la taille du Fonds', 'حجم الصندوق', 'размер фонда', 'розмір фонду', '基金规模'],
    { unit: 'million crowns', clause: 'fund-size' },
  ),
  issue(
    'fund-first',
    'money',
    'The Fund before the flow',
    'The Fund opens before any duty on flow begins.',
    [
      "l'ouverture préalable du Fonds",
      'فتح الصندوق أولاً',
      'открытие фонда до обязательств',
      'відкриття фонду до зобов’язань',
      '基金先行',
    ],
    { clause: 'fund-first' },
  ),
  issue(
    'contributions',
    'money',
    'The cap of contributions',
    'No Party pays more than a fixed part of the Fund.',
    [
      'le plafond des contributions',
      'سقف المساهمات',
      'потолок взносов',
      'стеля внесків',
      '会费上限',
    ],
    { unit: 'per cent', clause: 'contributions-cap' },
  ),
  issue(
    'past-harm',
    'money',
    'Past harm',
    'Harm since 1990 is compensated.',
    ['les dommages passés', 'أضرار الماضي', 'прошлый ущерб', 'минулі збитки', '历史损害'],
    { clause: 'compensation-past' },
  ),
  issue(
    'voting',
    'order',
    'Decisions by vote',
    'The Commission may decide by vote where consensus fails.',
    [
      'la décision par vote',
      'القرار بالتصويت',
      'решения голосованием',
      'рішення голосуванням',
      '表决决定',
    ],
    { clause: 'decisions-vote' },
  ),
  issue(
    'seat',
    'order',
    'The seat at Port-Aubel',
    'The Commission has its seat at Port-Aubel.',
    [
      'le siège à Port-Aubel',
      'المقر في بور أوبيل',
      'размещение в Порт-Обеле',
      'розташування в Порт-Обелі',
      '奥贝尔港总部',
    ],
    { clause: 'seat' },
  ),
  issue(
    'peoples-vote',
    'peoples',
    'A vote for the River Peoples',
    'The Council of River Peoples has a vote in the Commission.',
    [
      'le vote des Peuples du fleuve',
      'صوت شعوب النهر',
      'голос речных народов',
      'голос річкових народів',
      '河流民族表决权',
    ],
    { clause: 'peoples-voice' },
  ),
  issue(
    'consent-to-move',
    'peoples',
    'Consent of villages',
    'No village is moved for a work without its consent.',
    [
      'le consentement des villages',
      'موافقة القرى',
      'согласие деревень',
      'згода сіл',
      '村庄同意权',
    ],
    { clause: 'peoples-consent' },
  ),
  issue(
    'arbitration',
    'disputes',
    'Compulsory arbitration',
    'Either party to a dispute may take it to arbitration.',
    [
      "l'arbitrage obligatoire",
      'التحكيم الإلزامي',
      'обязательный арбитраж',
      'обов’язковий арбітраж',
      '强制仲裁',
    ],
    { clause: 'arbitration-duty' },
  ),
  issue(
    'provisional-rules',
    'disputes',
    'Provisional application',
    'The rules apply provisionally until the Treaty is in force.',
    [
      "l'application provisoire",
      'التطبيق المؤقت',
      'временное применение',
      'тимчасове застосування',
      '临时适用',
    ],
    { raised: '2025-05-12', clause: 'force-provisional' },
  ),
  issue(
    'entry-into-force',
    'disputes',
    'The number of ratifications',
    'The Treaty enters into force with a fixed number of ratifications.',
    [
      'le nombre de ratifications',
      'عدد التصديقات',
      'число ратификаций',
      'кількість ратифікацій',
      '批准国数目',
    ],
    { unit: 'ratifications', clause: 'force-number' },
  ),
]
