import type { Language } from './parties.ts'

/**
 * A report that tells a turn of the story, which no stand implies. They stand in order of time. Days
 * are `MM-DD`. A report is printed on its day; `desk` is when the desk enters it, if not that evening.
 */
export interface Report {
  readonly source: string
  readonly outlet: string
  readonly kind?: string
  readonly language?: Language
  readonly day: string
  readonly desk?: string
  readonly title: string
  /** Paragraphs; `{0}` stands for the words of the first of `says`. */
  readonly text: readonly string[]
  readonly says?: readonly Said[]
  /** Other facts that the report tells, each with the paragraph that it rests on. */
  readonly tells?: readonly (readonly [paragraph: number, command: Told])[]
}

export interface Said {
  readonly id: string
  /** Ids of persons; none: somebody unnamed, as `who` describes them. */
  readonly by: readonly string[]
  readonly for?: readonly string[]
  readonly who?: string
  readonly words: string
  /** `party issue stand`, the stand as stands.txt writes it. */
  readonly positions?: readonly string[]
  readonly about?: readonly (readonly [kind: string, id: string])[]
  readonly at?: string
  /** Dated by its session alone. */
  readonly undated?: boolean
  readonly open?: { readonly atLeast: number; readonly issues: readonly string[] }
}

export type Told = Readonly<Record<string, unknown>> & { readonly type: string }

const TREATY = { draft: 'chair-text', revision: 'r12' }

export const REPORTS: readonly Report[] = [
  {
    source: 'opening-speeches',
    outlet: 'Secretariat of the Conference',
    kind: 'transcript',
    day: '02-10',
    title: 'Opening of the Conference: speeches',
    text: [
      'The Chair opened the Conference and said: “{0}”',
      'The Minister of Water of Saffara said: “{1}”',
      'The Minister of Water of Ardane said: “{2}”',
      'The speaker of the Council of River Peoples said: “{3}”',
    ],
    says: [
      {
        id: 'chair-opening',
        by: ['rothwell-sy'],
        for: ['chair'],
        words:
          'Nobody in this hall owns the rain. We are here to write down how we shall share what it leaves us.',
        about: [['meeting', 'opening']],
        at: 'opening',
      },
      {
        id: 'saffara-opening',
        by: ['qastari'],
        for: ['saffara'],
        words:
          'At Kessen our fathers measured twelve hundred cubic metres. We ask for nine hundred, and we shall not ask for less.',
        about: [['issue', 'minimum-flow']],
        at: 'opening',
      },
      {
        id: 'ardane-opening',
        by: ['castaing'],
        for: ['ardane'],
        words:
          'A country that has built one dam in a century is told that it drinks the sea. We will be reasonable with those who are.',
        about: [['issue', 'haut-sauvel']],
        at: 'opening',
      },
      {
        id: 'peoples-opening',
        by: ['teshuwe'],
        for: ['river-peoples'],
        words: 'We are often thanked at conferences. This time we should like to vote.',
        about: [['issue', 'peoples-vote']],
        at: 'opening',
      },
    ],
  },
  {
    source: 'sauvelle-evening',
    outlet: 'Basin Wire',
    day: '03-18',
    title: 'Ardane and Saffara part without a word on the dam',
    text: [
      'SAUVELLE, 18 March. The talks on Haut-Sauvel lasted four hours.',
      'On the steps of the ministry Nadim Qastari said: “{0}”',
      'Odile Fressange, the spokesperson of Ardane, answered: “{1}”',
    ],
    says: [
      {
        id: 'qastari-hand',
        by: ['qastari'],
        for: ['saffara'],
        words: 'A dam without rules is a hand at our throat, and we have felt it before.',
        about: [
          ['issue', 'haut-sauvel'],
          ['meeting', 'ardane-saffara-1'],
        ],
      },
      {
        id: 'fressange-guest',
        by: ['fressange'],
        for: ['ardane'],
        words: 'A guest does not measure the rooms of the house.',
        about: [['statement', 'qastari-hand']],
      },
    ],
  },
  {
    source: 'caucus-note',
    outlet: 'Marshgate Post',
    day: '04-02',
    title: 'River Peoples join the Delta Alliance',
    text: [
      'MARSHGATE, 2 April. The Council of River Peoples has joined the Delta Alliance, its speaker said after a meeting in Bahrat.',
      'Anahi Teshuwe said: “{0}”',
    ],
    says: [
      {
        id: 'teshuwe-joins',
        by: ['teshuwe'],
        for: ['river-peoples'],
        words: 'We go with those who live where we fish, and we keep our own voice.',
        about: [['party', 'delta-alliance']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'grouping.joined',
          occurred: '2025-04-01',
          grouping: 'delta-alliance',
          party: 'river-peoples',
        },
      ],
    ],
  },
  {
    source: 'framework-leak',
    outlet: 'صوت الدلتا',
    language: 'ar',
    day: '04-26',
    title: 'ورقة دول المنابع في 31 نقطة',
    text: [
      'بهرات، 26.04. اطلعت الصحيفة على خطة لدول المنابع من 31 نقطة، تحلّ محل نص رئيسة المؤتمر.',
      'وقال مسؤول اطّلع عليها: «{0}»',
    ],
    says: [
      {
        id: 'framework-official',
        by: [],
        who: 'مسؤول اطّلع على الورقة',
        words: 'هم يعرضون علينا الماء بالفاتورة.',
        about: [['draft', 'framework']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'draft.revisionReported',
          occurred: '2025-04-26',
          draft: 'framework',
          opens: { title: 'Headwaters Framework', proposers: ['headwaters'] },
          revision: 'hf-1',
          title: 'The paper of the headwater States',
          basis: [],
          points: 31,
        },
      ],
    ],
  },
  {
    source: 'framework-wire',
    outlet: 'Basin Wire',
    day: '04-26',
    desk: '04-27',
    title: 'Upstream States said to have a plan of 27 points',
    text: [
      'STANNICK, 26 April. The four headwater States have drawn up a plan of 27 points beside the text of the Chair, two delegates said.',
      'One of them said that {0}',
    ],
    says: [
      {
        id: 'framework-delegate',
        by: [],
        who: 'a delegate of the Plains Compact',
        words: 'it puts a price on every bucket above the figure.',
        about: [['draft', 'framework']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'draft.revisionReported',
          occurred: '2025-04-26',
          draft: 'framework',
          revision: 'hf-1-wire',
          title: 'A plan of 27 points',
          basis: [],
          points: 27,
        },
      ],
    ],
  },
  {
    source: 'tolmary-scoop',
    outlet: 'Stannick Courier',
    day: '04-30',
    title: 'Tolmary ready to let 700 pass',
    text: [
      'BELOSTRUG, 30 April. Tolmary told Wadira that it would sign for a flow of 700 at Kessen, according to notes of their meeting.',
      'A person with the notes said: {0}',
      'If true, it would split the Headwaters Group.',
    ],
    says: [
      {
        id: 'tolmary-700',
        by: [],
        who: 'a person with notes of the meeting',
        words: 'Tolmary supports a minimum flow of exactly 700 cubic metres a second at Kessen.',
        positions: ['tolmary minimum-flow S =700'],
        about: [['meeting', 'tolmary-wadira-1']],
      },
    ],
  },
  {
    source: 'tolmary-denial',
    outlet: 'Речной листок',
    language: 'ru',
    day: '05-01',
    title: 'Толмары: никаких семисот',
    text: ['Белоструг, 01.05. МИД опроверг сообщение о цифре 700.', 'Роман Пустовин: «{0}»'],
    says: [
      {
        id: 'pustovin-denies',
        by: ['pustovin'],
        for: ['tolmary'],
        words: 'Записок нет, цифры нет, и встречи, какой её описали, тоже не было.',
        about: [
          ['statement', 'tolmary-700'],
          ['issue', 'minimum-flow'],
        ],
      },
    ],
  },
  {
    source: 'walk-out',
    outlet: 'صوت الدلتا',
    language: 'ar',
    day: '05-31',
    title: 'وديرة تغادر القاعة والتحالف',
    text: [
      'أم راحة، 31.05. غادرت وديرة المفاوضات وتحالف الدلتا حتى يُدفع ثمن أضرار الماضي.',
      'وقالت سلافة النبهاني: «{0}»',
    ],
    says: [
      {
        id: 'nabhani-leaves',
        by: ['nabhani'],
        for: ['wadira'],
        words: 'لن نجلس إلى مائدة يُقسم عليها ماؤنا ونحن ننظر.',
        about: [['issue', 'past-harm']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'grouping.left',
          occurred: '2025-05-31',
          grouping: 'delta-alliance',
          party: 'wadira',
        },
      ],
    ],
  },
  {
    source: 'lakes-communique',
    outlet: 'Lake Circle',
    kind: 'communique',
    day: '06-13',
    title: 'Communiqué of Ozerets',
    text: [
      'Ostrenka, Vessany and Yunpo found the Lake Circle, and speak as one on the waters of the lakes and of the middle river.',
      'Vessany leaves the Plains Compact with thanks for twenty years.',
      'The three declare: “{0}”',
      'They add: “{1}”',
      'Blaise Thévarin, Bohdana Levytska, Lian Shuyi',
    ],
    says: [
      {
        id: 'lakes-formula',
        by: ['levytska', 'thevarin', 'shuyi'],
        for: ['ostrenka', 'vessany', 'yunpo'],
        words:
          'A figure fails in the first dry summer; a share does not. We propose that 62 per cent of what nature sends pass Kessen.',
        positions: [
          'ostrenka flow-share Pf =62',
          'vessany flow-share Pf =62',
          'yunpo flow-share Pf =62',
        ],
        about: [['issue', 'flow-share']],
        at: 'lakes-founding',
      },
      {
        id: 'lakes-appeal',
        by: ['levytska', 'thevarin', 'shuyi'],
        for: ['ostrenka', 'vessany', 'yunpo'],
        words: 'The door of Wadira is a door that all of us should knock at.',
        about: [['party', 'wadira']],
        at: 'lakes-founding',
      },
    ],
    tells: [
      [
        0,
        {
          type: 'party.listed',
          occurred: '2025-06-13',
          party: 'lake-circle',
          name: 'Lake Circle',
          kind: 'grouping',
          role: 'party',
        },
      ],
      [
        1,
        {
          type: 'grouping.left',
          occurred: '2025-06-13',
          grouping: 'plains-compact',
          party: 'vessany',
        },
      ],
      [
        0,
        {
          type: 'grouping.joined',
          occurred: '2025-06-13',
          grouping: 'lake-circle',
          party: 'ostrenka',
        },
      ],
      [
        0,
        {
          type: 'grouping.joined',
          occurred: '2025-06-13',
          grouping: 'lake-circle',
          party: 'vessany',
        },
      ],
      [
        0,
        {
          type: 'grouping.joined',
          occurred: '2025-06-13',
          grouping: 'lake-circle',
          party: 'yunpo',
        },
      ],
      [
        0,
        {
          type: 'person.accredited',
          occurred: '2025-06-13',
          person: 'levytska',
          party: 'lake-circle',
          capacity: 'for the chair of the Lake Circle',
        },
      ],
      [
        0,
        {
          type: 'person.accredited',
          occurred: '2025-06-13',
          person: 'zaruba',
          party: 'lake-circle',
          capacity: 'for the chair of the Lake Circle',
        },
      ],
      [
        0,
        {
          type: 'person.accredited',
          occurred: '2025-06-13',
          person: 'kvit',
          party: 'lake-circle',
          capacity: 'for the chair of the Lake Circle',
        },
      ],
    ],
  },
  {
    source: 'col-du-merle',
    outlet: 'Le Fil du fleuve',
    language: 'fr',
    day: '06-21',
    title: 'Une rencontre secrète au Col du Merle',
    text: [
      'Col du Merle, 21.06. Les délégations de l’Ardane et de Saffara se sont vues vendredi dans une auberge de montagne.',
      'Un témoin raconte : « {0} »',
    ],
    says: [
      {
        id: 'merle-witness',
        by: [],
        who: 'un témoin',
        words: 'Ils ont parlé de chiffres jusqu’à minuit, et personne n’a crié.',
        about: [['meeting', 'secret-valley']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'meeting.convened',
          occurred: '2025-06-20',
          meeting: 'secret-valley',
          opens: { title: 'Talks at Col du Merle', kind: 'meeting' },
          place: 'Col du Merle',
          participants: [{ party: 'ardane' }, { party: 'saffara' }],
        },
      ],
    ],
  },
  {
    source: 'merle-denied',
    outlet: 'Agence Aubel',
    language: 'fr',
    day: '06-22',
    title: 'Sauvelle dément la rencontre',
    text: [
      'Sauvelle, 22.06. Le ministère de l’Eau dément toute rencontre au Col du Merle.',
      'Odile Fressange : « {0} »',
    ],
    says: [
      {
        id: 'fressange-merle',
        by: ['fressange'],
        for: ['ardane'],
        words: 'La ministre était chez sa sœur, qui n’a pas d’auberge.',
        about: [['meeting', 'secret-valley']],
      },
    ],
    tells: [[0, { type: 'meeting.denied', occurred: '2025-06-22', meeting: 'secret-valley' }]],
  },
  {
    source: 'union-to-league',
    outlet: 'Marshgate Post',
    day: '07-01',
    title: 'Coastal cities change their name',
    text: [
      'MARSHGATE, 1 July. The Union of Coastal Cities is called the League of Coastal Cities from today.',
      'Renske Oldacre said: “{0}”',
    ],
    says: [
      {
        id: 'oldacre-league',
        by: ['oldacre'],
        for: ['coastal-cities'],
        words: 'The sea is rising, and so is the number of our members.',
        about: [['party', 'coastal-cities']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'party.renamed',
          occurred: '2025-07-01',
          party: 'coastal-cities',
          name: 'League of Coastal Cities',
        },
      ],
    ],
  },
  {
    source: 'pledges',
    outlet: 'Continental Development Bank',
    kind: 'press_release',
    day: '07-18',
    desk: '07-19',
    title: 'Pledges for the Fund of the Maruvel',
    text: [
      'Shanlu and the Bank declare together: “{0}”',
      'Florian Deshault, vice-president, added: “{1}”',
      'The Union of Ministers of Shanlu has decided that Shanlu leaves the Headwaters Group tomorrow.',
    ],
    says: [
      {
        id: 'linyue-pledge',
        by: ['wenlan', 'deshault'],
        for: ['shanlu', 'bank'],
        words:
          'The Bank pledges 900 million crowns; Shanlu will support a share of 60 per cent once the Fund is open.',
        positions: ['shanlu flow-share Sc =60 if fund'],
        about: [
          ['issue', 'flow-share'],
          ['issue', 'fund-first'],
        ],
        at: 'bank-2',
      },
      {
        id: 'deshault-terms',
        by: ['deshault'],
        for: ['bank'],
        words: 'We lend to a river, and not to a quarrel.',
        about: [['issue', 'fund-size']],
        at: 'bank-2',
      },
    ],
    tells: [
      [
        2,
        { type: 'grouping.left', occurred: '2025-07-19', grouping: 'headwaters', party: 'shanlu' },
      ],
    ],
  },
  {
    source: 'return',
    outlet: 'Basin Wire',
    day: '07-22',
    title: 'Wadira comes back to the table',
    text: [
      'UMM RAHA, 22 July. Wadira takes part in the Conference again, as a member of the Delta Alliance.',
      'Jabir Mutlaqi said: “{0}”',
    ],
    says: [
      {
        id: 'mutlaqi-returns',
        by: ['mutlaqi'],
        for: ['wadira'],
        words:
          'We left for a reason, and we return for another: there is a paper on which we can read our name.',
        about: [
          ['issue', 'past-harm'],
          ['issue', 'flow-share'],
        ],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'grouping.joined',
          occurred: '2025-07-22',
          grouping: 'delta-alliance',
          party: 'wadira',
        },
      ],
    ],
  },
  {
    source: 'recess',
    outlet: 'Secretariat of the Conference',
    kind: 'press_release',
    day: '08-01',
    title: 'The Conference rests for the elections in Merand',
    text: [
      'The Conference is suspended until the elections in Merand are over.',
      'The Chair said: “{0}”',
    ],
    says: [
      {
        id: 'chair-recess',
        by: ['rothwell-sy'],
        for: ['chair'],
        words: 'Eleven points are open. I count them every evening, so that you need not.',
        open: {
          atLeast: 11,
          issues: [
            'flow-share',
            'filling-time',
            'fund-size',
            'arbitration',
            'inspection-notice',
            'military-works',
            'voting',
            'drought-reserve',
            'past-harm',
            'peoples-vote',
            'consent-to-move',
          ],
        },
      },
    ],
    tells: [
      [0, { type: 'negotiation.suspended', occurred: '2025-08-01', reason: 'Elections in Merand' }],
    ],
  },
  {
    source: 'new-secretary',
    outlet: 'Stannick Courier',
    day: '08-16',
    title: 'Tarrow is Foreign Secretary',
    text: [
      'STANNICK, 16 August. Isolde Tarrow, who has led the delegation of Merand, is Foreign Secretary in the new government.',
      'Corwin Hale-Brandt no longer speaks for Merand.',
      'Tarrow said: “{0}”',
    ],
    says: [
      {
        id: 'tarrow-office',
        by: ['tarrow'],
        for: ['merand'],
        words: 'The river has not voted, and our signature will be worth what it was worth before.',
        about: [['party', 'merand']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'person.renamed',
          occurred: '2025-08-16',
          person: 'tarrow',
          describedAs: 'Foreign Secretary of Merand',
        },
      ],
      [
        1,
        {
          type: 'person.recalled',
          occurred: '2025-08-16',
          person: 'hale-brandt',
          party: 'merand',
          reason: 'A new government',
        },
      ],
      [
        1,
        {
          type: 'person.recalled',
          occurred: '2025-08-16',
          person: 'hale-brandt',
          party: 'plains-compact',
          reason: 'A new government',
        },
      ],
    ],
  },
  {
    source: 'resumption',
    outlet: 'Secretariat of the Conference',
    kind: 'press_release',
    day: '08-24',
    title: 'The Conference goes on',
    text: [
      'The Conference goes on in Bahrat.',
      'It is now the Treaty Conference of the Maruvel Basin.',
      'Dorrell has joined the Plains Compact.',
      'The Chair said: “{0}”',
    ],
    says: [
      {
        id: 'chair-resumes',
        by: ['rothwell-sy'],
        for: ['chair'],
        words: 'We have five weeks, one text and no more excuses.',
        about: [['draft', 'chair-text']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'negotiation.resumed',
          occurred: '2025-08-24',
          reason: 'The elections in Merand are over',
        },
      ],
      [
        1,
        {
          type: 'negotiation.renamed',
          occurred: '2025-08-24',
          title: 'Treaty Conference of the Maruvel Basin',
        },
      ],
      [
        2,
        {
          type: 'grouping.joined',
          occurred: '2025-08-24',
          grouping: 'plains-compact',
          party: 'dorrell',
        },
      ],
    ],
  },
  {
    source: 'framework-withdrawn',
    outlet: 'Agence Aubel',
    language: 'fr',
    day: '08-28',
    title: 'Les pays de l’amont retirent leur Cadre',
    text: [
      'Bahrat, 28.08. Le Groupe de l’amont retire son Cadre et négocie désormais sur le texte de la Présidente.',
      'Mireille Castaing : « {0} »',
    ],
    says: [
      {
        id: 'castaing-withdraws',
        by: ['castaing'],
        for: ['headwaters'],
        words: 'Deux textes sur une table, c’est un de trop. Nous retirons le nôtre.',
        about: [['draft', 'framework']],
        at: 'r5-closing',
      },
    ],
    tells: [
      [
        0,
        {
          type: 'draft.withdrawn',
          occurred: '2025-08-28',
          draft: 'framework',
          by: ['headwaters'],
          reason: 'The four States negotiate on the text of the Chair',
        },
      ],
    ],
  },
  {
    source: 'mandate-paper',
    outlet: 'Marshgate Post',
    day: '09-05',
    title: 'Saffara would take 680, a paper says',
    text: [
      'MARSHGATE, 5 September. A paper that is said to be the mandate of Saffara names 680 as the figure at which it would sign.',
      'The paper reads: “{0}”',
    ],
    says: [
      {
        id: 'saffara-mandate',
        by: [],
        who: 'a paper that is said to be a mandate',
        words:
          'At the last, the delegation may accept a minimum flow of 680 cubic metres a second.',
        positions: ['saffara minimum-flow N =680'],
        about: [['issue', 'minimum-flow']],
      },
    ],
  },
  {
    source: 'mandate-denied',
    outlet: 'صوت الدلتا',
    language: 'ar',
    day: '09-06',
    title: 'الصفّارة: الورقة مزوّرة',
    text: ['بهرات، 06.09. نفت الحكومة صحة الورقة المنشورة.', 'وقال زكي بن فرحات: «{0}»'],
    says: [
      {
        id: 'benfarhat-forgery',
        by: ['benfarhat'],
        for: ['saffara'],
        words: 'هذه الورقة مزوّرة، وحتى أخطاؤها الإملائية ليست أخطاءنا.',
        about: [
          ['statement', 'saffara-mandate'],
          ['issue', 'minimum-flow'],
        ],
      },
    ],
  },
  {
    source: 'reserve-declaration',
    outlet: 'Secretariat of the Conference',
    kind: 'communique',
    day: '09-13',
    title: 'Declaration of Ardane and Saffara on the drought reserve',
    text: ['Ardane and Saffara declare: “{0}”', 'Mireille Castaing, Nadim Qastari'],
    says: [
      {
        id: 'ardane-saffara-reserve',
        by: ['castaing', 'qastari'],
        for: ['ardane', 'saffara'],
        words:
          'There will be a reserve for dry years. On its size we still differ by less than one summer’s rain.',
        positions: ['ardane drought-reserve Sc <=1.2 if power', 'saffara drought-reserve P >=1.8'],
        about: [['issue', 'drought-reserve']],
      },
    ],
  },
  {
    source: 'night-session',
    outlet: 'Basin Wire',
    day: '09-19',
    desk: '09-21',
    title: 'At four in the morning, a package',
    text: [
      'PORT-AUBEL, 19 September. The night session ended with a package of eleven points that nobody loves and nearly all will take.',
      'The Chair told the hall: “{0}”',
      'Nadim Qastari, who had called 750 his last word, said: “{1}”',
      'Gleb Storozhin of Tolmary said: “{2}”',
      'From the corridor came a voice of the delegation of Pellin: “{3}”',
    ],
    says: [
      {
        id: 'chair-package',
        by: ['rothwell-sy'],
        for: ['chair'],
        words:
          'Seven hundred and twenty, fifty-eight per cent, six years, two thousand four hundred million. Write it down before anybody sleeps on it.',
        about: [['draft', 'chair-text']],
        at: 'r7-night',
        undated: true,
      },
      {
        id: 'qastari-720',
        by: ['qastari'],
        for: ['saffara'],
        words:
          'Seven hundred and twenty with a reserve behind it is more water than seven hundred and fifty on paper.',
        about: [
          ['issue', 'minimum-flow'],
          ['issue', 'drought-reserve'],
        ],
        at: 'r7-night',
        undated: true,
      },
      {
        id: 'storozhin-package',
        by: ['storozhin'],
        for: ['tolmary'],
        words: 'I shall carry this home, and I do not envy myself.',
        about: [['draft', 'chair-text']],
        at: 'r7-night',
        undated: true,
      },
      {
        id: 'pellin-corridor',
        by: [],
        who: 'a voice of the delegation of Pellin',
        words: 'We fish at the end of the pipe. For us it is seven hundred and fifty or nothing.',
        positions: ['pellin minimum-flow Of! >=750'],
        about: [['issue', 'minimum-flow']],
      },
    ],
  },
  {
    source: 'pellin-hearing',
    outlet: 'Marshgate Post',
    day: '09-22',
    title: 'Thrupp tells parliament: no',
    text: [
      'MARSHGATE, 22 September. Jocasta Thrupp told the parliament of Pellin that it will be asked to reject the package.',
      'She said: “{0}”',
      'A deputy called out: “{1}”',
      'Pellin has left the Delta Alliance, which had taken the package the day before.',
    ],
    says: [
      {
        id: 'thrupp-no',
        by: ['thrupp'],
        for: ['pellin'],
        words: 'I counted the boats this morning. I am not going to sign for half of them.',
        positions: ['pellin minimum-flow Of! >=750'],
        about: [
          ['issue', 'minimum-flow'],
          ['draft', 'chair-text'],
        ],
        at: 'pellin-parliament',
      },
      {
        id: 'deputy-boats',
        by: [],
        who: 'a deputy',
        words: 'Count mine too.',
        about: [['statement', 'thrupp-no']],
      },
    ],
    tells: [
      [
        3,
        {
          type: 'grouping.left',
          occurred: '2025-09-22',
          grouping: 'delta-alliance',
          party: 'pellin',
        },
      ],
    ],
  },
  {
    source: 'league-leaves',
    outlet: 'Marshgate Post',
    day: '09-25',
    title: 'Coastal cities give up their seat',
    text: [
      'MARSHGATE, 25 September. The League of Coastal Cities has left the Conference as an observer, since the limit of salinity will not save its wells.',
      'Renske Oldacre said: “{0}”',
    ],
    says: [
      {
        id: 'oldacre-leaves',
        by: ['oldacre'],
        for: ['coastal-cities'],
        words: 'We have observed enough.',
        about: [['issue', 'salinity']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'party.withdrawn',
          occurred: '2025-09-25T18:00+02:00',
          party: 'coastal-cities',
          reason: 'The limit of salinity',
        },
      ],
    ],
  },
  {
    source: 'zelenivka',
    outlet: 'Озерний голос',
    language: 'uk',
    day: '09-27',
    title: 'Корвиця дала «так» з умовою',
    text: [
      'Зеленівка, 27.09. Після розмови з головою конференції Корвиця готова підписати текст, якщо військові споруди оглядатимуть лише дві сторони.',
      'Остап Гальвич: «{0}»',
    ],
    says: [
      {
        id: 'halvych-two',
        by: ['halvych'],
        for: ['korvitsa'],
        words: 'Двоє, яких ми знаємо на ім’я, — це гості. Тридцятеро — це облога.',
        positions: ['korvitsa military-works Nr'],
        about: [
          ['issue', 'military-works'],
          ['issue', 'inspection-notice'],
        ],
      },
    ],
  },
  {
    source: 'initialling-note',
    outlet: 'Secretariat of the Conference',
    kind: 'press_release',
    day: '10-03',
    title: 'The Treaty is initialled',
    text: [
      'Fifteen delegations initialled the Treaty at Port-Aubel today; that of Pellin did not.',
      'The text is now the Treaty on the Maruvel Basin.',
      'The Chair said: “{0}”',
    ],
    says: [
      {
        id: 'chair-initials',
        by: ['rothwell-sy'],
        for: ['chair'],
        words: 'Initials are small letters. I have never been so fond of small letters.',
        about: [['draft', 'chair-text']],
        at: 'initialling',
      },
    ],
    tells: [
      [
        0,
        {
          type: 'draft.initialled',
          occurred: '2025-10-03',
          ...TREATY,
          meeting: 'initialling',
          by: [
            'ardane',
            'korvitsa',
            'tolmary',
            'shanlu',
            'merand',
            'lodava',
            'vessany',
            'qarim',
            'dorrell',
            'saffara',
            'nilune',
            'wadira',
            'ostrenka',
            'yunpo',
            'river-peoples',
          ].map((party) => ({ party })),
        },
      ],
      [
        0,
        {
          type: 'draft.statusChanged',
          occurred: '2025-10-03',
          draft: 'chair-text',
          status: 'initialled',
        },
      ],
      [
        1,
        {
          type: 'draft.renamed',
          occurred: '2025-10-03',
          draft: 'chair-text',
          title: 'Treaty on the Maruvel Basin',
        },
      ],
    ],
  },
  {
    source: 'signing-note',
    outlet: 'Secretariat of the Conference',
    kind: 'press_release',
    day: '10-10',
    title: 'Thirteen sign',
    text: [
      'Thirteen delegations signed the Treaty on the Maruvel Basin at Port-Aubel today.',
      'Korvitsa and Tolmary will sign when their parliaments have met; Pellin will not sign.',
      'The speaker of the Council of River Peoples said: “{0}”',
      'Dinah Creel, spokesperson of Pellin, said: “{1}”',
      'Renske Oldacre, for the League of Coastal Cities, said: “{2}”',
      'A deputy minister of Tolmary, Yegor Lapshin, said: “{3}”',
    ],
    says: [
      {
        id: 'teshuwe-signs',
        by: ['teshuwe'],
        for: ['river-peoples'],
        words:
          'My grandmother signed with a fish. I have used a pen, so that nobody can say it was eaten.',
        about: [['draft', 'chair-text']],
        at: 'signing',
      },
      {
        id: 'creel-watches',
        by: ['creel'],
        for: ['pellin'],
        words: 'We shall be good neighbours of a treaty that we could not sign.',
        about: [['draft', 'chair-text']],
      },
      {
        id: 'oldacre-signing',
        by: ['oldacre'],
        for: ['coastal-cities'],
        words: 'From outside the hall one sees the sea quite well.',
        about: [['issue', 'salinity']],
      },
      {
        id: 'lapshin-signing',
        by: ['lapshin'],
        for: ['tolmary'],
        words: 'Four days are not long for a parliament.',
        about: [['draft', 'chair-text']],
      },
    ],
    tells: [
      [
        4,
        {
          type: 'person.named',
          occurred: '2025-10-10',
          person: 'lapshin',
          name: 'Yegor Lapshin',
          describedAs: 'Deputy minister of Tolmary',
        },
      ],
      [
        0,
        {
          type: 'draft.signed',
          occurred: '2025-10-10',
          ...TREATY,
          meeting: 'signing',
          by: [
            ['ardane', 'castaing'],
            ['shanlu', 'wenlan'],
            ['merand', 'tarrow'],
            ['lodava', 'zimoles'],
            ['vessany', 'thevarin'],
            ['qarim', 'al-wazzani'],
            ['dorrell', 'ellingsworth'],
            ['saffara', 'qastari'],
            ['nilune', 'mombrun'],
            ['wadira', 'nabhani'],
            ['ostrenka', 'levytska'],
            ['yunpo', 'shuyi'],
            ['river-peoples', 'teshuwe'],
          ].map(([party, person]) => ({ party, person })),
        },
      ],
      [
        0,
        {
          type: 'draft.statusChanged',
          occurred: '2025-10-10',
          draft: 'chair-text',
          status: 'signed',
        },
      ],
    ],
  },
  {
    source: 'last-signatures',
    outlet: 'Basin Wire',
    day: '10-14',
    title: 'Korvitsa and Tolmary sign after all',
    text: [
      'PORT-AUBEL, 14 October. Korvitsa and Tolmary signed the Treaty on the Maruvel Basin this morning, four days after the others.',
      'The Conference is over.',
      'Ostap Halvych of Korvitsa said: “{0}”',
    ],
    says: [
      {
        id: 'halvych-late',
        by: ['halvych'],
        for: ['korvitsa'],
        words: 'The river was not late, and so neither were we.',
        about: [['draft', 'chair-text']],
      },
    ],
    tells: [
      [
        0,
        {
          type: 'draft.signed',
          occurred: '2025-10-14',
          ...TREATY,
          by: [
            { party: 'korvitsa', person: 'halvych' },
            { party: 'tolmary', person: 'storozhin' },
          ],
        },
      ],
      [
        1,
        {
          type: 'negotiation.concluded',
          occurred: '2025-10-14',
          outcome: 'agreement',
          note: 'Fifteen of sixteen signed; Pellin did not.',
        },
      ],
    ],
  },
]

/** Parties that are not at the table for a time. */
export const AWAY: readonly {
  readonly party: string
  readonly from: string
  readonly to: string
}[] = [
  { party: 'wadira', from: '05-31', to: '07-21' },
  { party: 'coastal-cities', from: '09-25', to: '12-31' },
]

/** Entries that rest on no report: the day on which the desk makes them, and the entry. */
export const ACTS: readonly (readonly [desk: string, command: Told])[] = [
  [
    '05-02',
    {
      type: 'source.amended',
      occurred: '2025-05-01',
      source: 'tolmary-scoop',
      amendment: 'killed',
      note: 'The notes could not be shown to be what they were said to be.',
    },
  ],
  [
    '05-03',
    {
      type: 'source.amended',
      occurred: '2025-05-03',
      source: 'tolmary-scoop',
      amendment: 'released',
      note: 'A row of the archive was set back by mistake.',
    },
  ],
  [
    '08-27',
    {
      type: 'position.ended',
      occurred: '2025-08-26',
      statement: 'lakes-formula',
      party: 'yunpo',
      subject: { kind: 'issue', id: 'flow-share' },
      reason: 'A new figure is to come with the next revision',
    },
  ],
  [
    '06-07',
    {
      type: 'statement.retracted',
      occurred: '2025-06-06',
      statement: 'fressange-guest',
      manner: 'retracted',
      text: 'I would put it otherwise today.',
    },
  ],
  [
    '05-24',
    { type: 'draft.statusChanged', occurred: '2025-05-23', draft: 'framework', status: 'tabled' },
  ],
  [
    '04-18',
    {
      type: 'draft.statusChanged',
      occurred: '2025-04-18',
      draft: 'chair-text',
      revision: 'r4',
      status: 'consolidated',
    },
  ],
  [
    '09-06',
    {
      type: 'source.amended',
      occurred: '2025-09-06',
      source: 'mandate-paper',
      amendment: 'held',
      note: 'Its origin is being looked into.',
    },
  ],
  [
    '07-03',
    {
      type: 'meeting.renamed',
      occurred: '2025-07-02',
      meeting: 'ministers-1',
      title: 'Meeting of ministers at Anse-Claire',
    },
  ],
  [
    '09-25',
    {
      type: 'party.renamed',
      occurred: '2025-09-24',
      party: 'river-peoples',
      name: 'Congress of River Peoples',
    },
  ],
  [
    '07-21',
    {
      type: 'issue.reframed',
      occurred: '2025-07-18',
      issue: 'filling-time',
      proposition: 'Large reservoirs are filled over at least five years.',
    },
  ],
  [
    '09-21',
    {
      type: 'issue.reframed',
      occurred: '2025-09-19',
      issue: 'filling-time',
      proposition: 'Large reservoirs are filled over six years.',
    },
  ],
  [
    '08-30',
    {
      type: 'issue.reframed',
      occurred: '2025-08-29',
      issue: 'flow-share',
      title: 'A share with a floor',
      proposition:
        'The duty at Kessen is a share of the natural flow, and never less than a floor.',
    },
  ],
  [
    '06-10',
    {
      type: 'issue.reopened',
      occurred: '2025-06-09',
      issue: 'dam-safety',
      reason: 'A gate failed at Brannoch',
    },
  ],
  [
    '09-23',
    {
      type: 'issue.reopened',
      occurred: '2025-09-22',
      issue: 'minimum-flow',
      reason: 'Pellin rejects the package',
    },
  ],
]

/** Issues that are held to be settled: the day, the issue, and the outcome. */
export const SETTLED: readonly (readonly [day: string, issue: string, outcome: string])[] = [
  ['03-14', 'flood-warning', 'Six hours'],
  ['04-18', 'dues', 'The cost of the waterway and no more'],
  ['05-09', 'dam-safety', 'A review every five years'],
  ['06-10', 'pause-of-building', 'Dropped'],
  ['07-02', 'groundwater', 'Covered'],
  ['07-04', 'mine-permits', 'Permits that name limits'],
  ['07-25', 'dam-safety', 'A review every five years, and of the gates every year'],
  ['09-12', 'haut-sauvel', 'A work of its own kind'],
  ['09-12', 'dry-year-cuts', 'A scale that rises with use per head'],
  ['09-12', 'salinity', '1,000 milligrams a litre'],
  ['09-12', 'channel-depth', '2.8 metres'],
  ['09-12', 'past-harm', 'Dropped'],
  ['09-12', 'peoples-vote', 'A vote on fishing, watering and displacement'],
  ['09-20', 'minimum-flow', 'Never less than 720'],
  ['09-20', 'flow-share', '58 per cent'],
  ['09-20', 'dry-year-test', 'Three quarters'],
  ['09-20', 'drought-reserve', '1.5 cubic kilometres'],
  ['09-20', 'spring-pulse', 'Eight days'],
  ['09-20', 'filling-time', 'Six years'],
  ['09-20', 'notice-of-works', 'Nine months'],
  ['09-20', 'independent-study', 'Experts whom the Commission accepts'],
  ['09-20', 'diversions', 'Consent of the Commission'],
  ['09-20', 'wetlands', '120,000 hectares'],
  ['09-20', 'power-price', 'A price fixed each year'],
  ['09-20', 'data-interval', 'Every day'],
  ['09-20', 'fund-size', '2,400 million crowns'],
  ['09-20', 'fund-first', 'The Fund opens first'],
  ['09-20', 'contributions', '20 per cent at most'],
  ['09-20', 'voting', 'Three quarters'],
  ['09-20', 'arbitration', 'At the request of either party'],
  ['10-01', 'sewage', 'By 2032'],
  ['10-01', 'fish-passage', 'Within eight years'],
  ['10-01', 'sand-mining', 'With a permit'],
  ['10-01', 'open-data', 'After one month'],
  ['10-01', 'inspection-notice', "Seven days' notice"],
  ['10-01', 'military-works', 'Two inspectors by name'],
  ['10-01', 'seat', 'Port-Aubel'],
  ['10-01', 'consent-to-move', 'Consent is sought'],
  ['10-01', 'provisional-rules', 'For data and warning alone'],
  ['10-01', 'entry-into-force', 'Ten'],
  ['10-01', 'minimum-flow', 'Never less than 720, without Pellin'],
]
