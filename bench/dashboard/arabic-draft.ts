/** Invented talks on a draft in Arabic, in two revisions, to look at its direction. */
export const ARABIC_TALKS = [
  { type: 'negotiation.opened', occurred: '2025-03-01', title: 'Talks on the Wadi' },
  ...[
    ['saffara', 'Saffara'],
    ['wadira', 'وديرة'],
  ].map(([party, name]) => ({
    ...{ type: 'party.listed', occurred: '2025-03-01', party, kind: 'state', role: 'party', name },
  })),
  {
    ...{ type: 'draft.tabled', occurred: '2025-03-02', draft: 'wadi', language: 'ar' },
    ...{ title: 'اتفاق الوادي', proposers: ['wadira'] },
  },
  {
    ...{ type: 'draft.revised', occurred: '2025-03-02', draft: 'wadi', revision: 'wadi-one' },
    ...{ title: 'النص الأول', basis: [], proposers: ['wadira'], complete: true },
    operations: [
      ...[
        ['1', 'الأهداف', 'يهدف هذا الاتفاق إلى تقاسم مياه الوادي بين الطرفين تقاسماً عادلاً.'],
        ['2', 'الحد الأدنى للتدفق', 'تضمن صفارة تدفقاً لا يقل عن 500 متر مكعب في الثانية.'],
        ['3', 'السنوات الجافة', 'في السنوات الجافة يتشاور الطرفان كل شهر.'],
      ].map(([label, heading, text]) => ({
        ...{ op: 'add', clause: `clause-${label}`, label, heading, text },
      })),
    ],
  },
  {
    ...{ type: 'draft.revised', occurred: '2025-03-09', draft: 'wadi', revision: 'wadi-two' },
    ...{ title: 'النص الثاني', basis: ['wadi-one'], proposers: ['saffara'], complete: true },
    operations: [
      {
        ...{ op: 'amend', clause: 'clause-2' },
        text: 'تضمن صفارة تدفقاً لا يقل عن 450 متراً مكعباً في الثانية عند كيسن.',
      },
      {
        ...{ op: 'amend', clause: 'clause-3' },
        text: 'في السنوات الجافة يتشاور الطرفان كل أسبوع.',
      },
    ],
  },
]
