import type { Patterns } from './patterns.ts'

export const fr: Patterns = {
  leads: {
    blunt: [
      'Soyons clairs.',
      'Je le dis sans détour.',
      'Il faut cesser de tourner autour du sujet.',
    ],
    courteous: [
      'Je remercie la Présidente.',
      'Nous avons écouté nos voisins.',
      'Je parle avec respect pour chacun.',
    ],
    legal: [
      'Je me réfère au texte.',
      'Les mots ont ici leur poids.',
      'Nos juristes ont tout relu.',
    ],
    technical: [
      'Les relevés sont sans équivoque.',
      'Nos ingénieurs ont refait les calculs.',
      'Regardons les chiffres.',
    ],
    weary: ['Nous en avons déjà parlé.', 'Il est tard, je serai bref.', 'Encore une fois.'],
  },
  stances: {
    proposes: [
      'Nous proposons {issue}.',
      'Ce que nous demandons, c’est {issue}.',
      'Notre proposition demeure : {issue}.',
      'Nous avons déposé un texte sur {issue}.',
    ],
    supports: [
      'Nous soutenons {issue}.',
      'Notre délégation appuie {issue}.',
      'Pour {issue}, vous pouvez compter sur nous.',
      'Nous sommes favorables à ce point : {issue}.',
    ],
    no_objection: [
      'Nous pouvons accepter {issue}.',
      'Nous ne nous opposerons pas sur ce point : {issue}.',
      'Nous n’avons pas d’objection sur {issue}.',
      'Sur {issue}, nous saurons nous accommoder.',
    ],
    undecided: [
      'Sur {issue}, nous n’avons pas encore décidé.',
      'Notre gouvernement étudie encore {issue}.',
      'Nous réservons notre réponse sur {issue}.',
    ],
    opposes: [
      'Nous refusons {issue}.',
      'Sur {issue}, c’est non.',
      'Nous ne pouvons pas accepter {issue}.',
      'Ce traité n’a que faire de ceci : {issue}.',
    ],
    withdrawn: [
      'Nous retirons notre proposition sur {issue}.',
      'Nous n’insistons plus sur {issue}.',
      'Sur {issue}, nous renonçons.',
    ],
  },
  number: [
    'Notre chiffre est le suivant : {number}.',
    'Cela veut dire {number}.',
    'Nous parlons ici de ceci : {number}.',
  ],
  commitments: {
    firm: ['Nous ne bougerons pas.', 'Cette position est ferme.'],
    in_principle: [
      'C’est un accord de principe, rien de plus.',
      'Le principe est acquis, les détails restent ouverts.',
    ],
    conditional: [
      'À une condition : {condition}.',
      'Cela ne vaut que sous une réserve : {condition}.',
    ],
    ad_referendum: [
      'Sous réserve de l’accord de notre capitale.',
      'Notre capitale doit encore confirmer.',
    ],
    reserved: ['Nous réservons pour l’heure notre position.', 'Notez notre réserve.'],
    joins_consensus: [
      'Nous nous joindrons au consensus.',
      'Nous ne ferons pas obstacle au consensus.',
    ],
  },
  redLine: ['C’est une ligne rouge.', 'Notre mandat s’arrête là : c’est une ligne rouge.'],
  conditions: {
    fund: 'que le Fonds ouvre d’abord',
    ends: 'que l’amont et l’aval s’accordent',
    gauge: 'que la station de Kessen soit relevée en commun',
    herds: 'que l’abreuvement soit exempté',
    power: 'que l’énergie cédée soit payée',
    drink: 'que l’eau potable soit exclue',
    permit: 'que la Commission puisse délivrer un permis',
    cost: 'que le prix soit celui de la production',
    owners: 'que les propriétaires soient payés',
    donors: 'que des donateurs extérieurs paient un tiers',
    income: 'que le barème suive le revenu',
    money: 'que les questions d’argent en soient exclues',
  },
  reasons: {
    any: {
      for: [
        'Les riverains n’attendent pas autre chose.',
        'Sans cela, le reste ne tient pas.',
        'Un fleuve se partage ou se perd.',
        'Cela coûte peu et évite beaucoup.',
        'Les pêcheurs nous regardent.',
      ],
      against: [
        'On ne peut pas promettre la pluie.',
        'Notre parlement ne le ratifierait jamais.',
        'Ce texte a été écrit sans nous.',
        'Nous construisons chez nous, avec notre argent.',
        'C’est demander aux uns ce que l’on épargne aux autres.',
      ],
    },
  },
  units: {
    'cubic metres a second': '{n} mètres cubes par seconde',
    'per cent': '{n} pour cent',
    'cubic kilometres': '{n} kilomètres cubes',
    days: '{n} jours',
    hours: '{n} heures',
    years: '{n} ans',
    months: '{n} mois',
    year: 'l’année {n}',
    'milligrams a litre': '{n} milligrammes par litre',
    hectares: '{n} hectares',
    metres: '{n} mètres',
    'million crowns': '{n} millions de couronnes',
    ratifications: '{n} ratifications',
  },
  comparators: {
    exactly: '{q}',
    about: 'environ {q}',
    at_least: 'au moins {q}',
    at_most: 'au plus {q}',
    between: 'entre {from} et {q}',
  },
  thousands: '\u00a0',
  point: ',',
  said: [
    'Déclaration de {name}, {office} ({party}) : {words}',
    'Pour {party}, {name}, {office}, a dit : {words}',
    '{name}, {office} ({party}) : {words}',
  ],
  quotes: ['« ', ' »'],
}
