import type { Patterns } from './patterns.ts'

export const en: Patterns = {
  leads: {
    blunt: [
      'Let me be plain.',
      'We did not come here to be polite.',
      'There is no mystery about this.',
      'I will say it once more.',
    ],
    courteous: [
      'I thank the Chair for her patience.',
      'We have listened to our neighbours.',
      'I speak with respect for every delegation.',
      'We came here to find an end, not a quarrel.',
    ],
    legal: [
      'The words of the draft matter here.',
      'I refer to the text before us.',
      'A treaty says what it says.',
      'Our lawyers have read every comma.',
    ],
    technical: [
      'The records of forty years are clear.',
      'Our engineers have done the sums.',
      'Look at the figures of the gauges.',
      'The model leaves little room for doubt.',
    ],
    weary: [
      'We have been here before.',
      'I had hoped not to repeat this.',
      'It is late, so I shall be short.',
      'Nobody gains from another night of this.',
    ],
  },
  stances: {
    proposes: [
      'We put {issue} on the table, and we ask that it be written into the Treaty.',
      'What we demand is {issue}, in words that bind.',
      '{Issue} is our proposal, and it stands.',
      'Without {issue} there is no balance in this text, so we propose it again.',
      'We have tabled language on {issue} and ask others to join it.',
    ],
    supports: [
      'We support {issue}.',
      'On {issue} we are with those who propose it.',
      'My delegation backs {issue}.',
      '{Issue} has our support.',
      'We are ready to sign up to {issue}.',
    ],
    no_objection: [
      'We can live with {issue}.',
      'We shall not object to {issue}.',
      '{Issue} is not what we asked for, but it is no obstacle.',
      'My government has no objection to {issue}.',
      'If others want {issue}, we shall not stand against it.',
    ],
    undecided: [
      'We have not decided on {issue}.',
      'My government is still weighing {issue}.',
      'On {issue} we have no answer yet.',
      'I cannot tell you today where we stand on {issue}.',
      'We are studying {issue} and will come back.',
    ],
    opposes: [
      'We oppose {issue}.',
      'We cannot accept {issue}.',
      'On {issue} our answer is no.',
      '{Issue} has no place in this Treaty.',
      'My delegation rejects {issue} as it is put to us.',
    ],
    withdrawn: [
      'We no longer insist on {issue}.',
      'We take back our proposal on {issue}.',
      'We withdraw what we had put forward on {issue}.',
      'We let {issue} go, so that the rest may stand.',
    ],
  },
  number: [
    'Our figure is {number}.',
    'We speak of {number}.',
    'For us that means {number}.',
    'The number is {number}, and it is not plucked from the air.',
    'Write {number}, and we can talk.',
  ],
  commitments: {
    firm: [
      'On this we shall not move.',
      'That position is firm.',
      'Nobody should expect us to change it.',
    ],
    in_principle: [
      'I speak of the principle; the details are open.',
      'That is agreement in principle and no more.',
      'How it is to be done remains to be seen.',
    ],
    conditional: [
      'It holds only if {condition}.',
      'Our condition is that {condition}.',
      'Everything depends on one thing: that {condition}.',
    ],
    ad_referendum: [
      'I say so subject to the approval of my capital.',
      'My capital has the last word.',
      'It is agreed at this table, and has to be confirmed at home.',
    ],
    reserved: [
      'For now we reserve our position.',
      'We place a reservation on it for the time being.',
      'Take that with our reservation.',
    ],
    joins_consensus: [
      'If there is a consensus, we shall join it.',
      'We do not stand in the way of a consensus.',
      'Where all agree, we agree.',
    ],
  },
  redLine: [
    'This is a red line.',
    'Here our mandate ends; it is a red line.',
    'No government of ours can cross that line.',
    'Call it a red line, for it is one.',
  ],
  conditions: {
    fund: 'the Fund opens first',
    ends: 'both ends of the river agree on it',
    gauge: 'the gauge at Kessen is read by all of us together',
    herds: 'the watering of herds is exempt',
    power: 'the power that we give up is paid for',
    drink: 'drinking water is left out',
    permit: 'a permit may be had from the Commission',
    cost: 'the price is that of production',
    owners: 'the owners of the land are paid',
    donors: 'donors from outside the Basin pay a third',
    income: 'the scale follows income',
    money: 'it is not used on questions of money',
  },
  reasons: {
    any: {
      for: [
        'It is what the people along the river expect of us.',
        'Without it the rest of the text hangs in the air.',
        'It costs little and prevents much.',
        'We owe it to those who live downstream of us all.',
      ],
      against: [
        'It asks of some what it does not ask of others.',
        'Our parliament would never ratify it.',
        'It was drafted without us.',
        'It takes with one hand what the other gives.',
      ],
    },
    flow: {
      for: [
        'Last August one could walk across at Kessen.',
        'Three harvests out of ten fail when the river is low.',
        'The wells of the delta have turned to brine.',
        'A river is shared in dry months or it is not shared at all.',
        'Rice does not wait for the next commission.',
      ],
      against: [
        'Nobody can promise rain.',
        'Snow does not fall by treaty.',
        'We cannot let through water that has not fallen.',
        'It turns a bad year upstream into a debt.',
        'Our towns would be dry so that others may flood their fields.',
      ],
    },
    works: {
      for: [
        'A dam is built in five years and felt for a hundred.',
        'Nobody should learn of a dam from a newspaper.',
        'Concrete is hard to take back.',
        'What is built with care loses nothing by being looked at.',
      ],
      against: [
        'It would let a neighbour hold up our building for ever.',
        'We build on our own land and with our own money.',
        'The turbines are ordered and the valley is ready.',
        'Two million of our people have no light in the winter.',
      ],
    },
    nature: {
      for: [
        'The sturgeon does not read frontiers.',
        'Twelve years ago one could still drink here.',
        'The delta sinks a finger a year.',
        'What the meadows hold back in spring, the towns need not fear.',
      ],
      against: [
        'Our small towns cannot pay for it by themselves.',
        'The mines feed sixty thousand families.',
        'There is no measure behind that figure.',
        'It was copied from a river that is nothing like ours.',
      ],
    },
    transport: {
      for: [
        'A barge carries what forty lorries carry.',
        'Grain that waits at a lock feeds nobody.',
        'Trade keeps this river peaceful.',
        'Whoever gives up power must buy it elsewhere.',
      ],
      against: [
        'Dredging would cut the spawning grounds in two.',
        'We have no port and shall pay for those who have one.',
        'It prices water, and water is not for sale.',
        'The hills that the lines are to cross are full of farms.',
      ],
    },
    data: {
      for: [
        'Six hours decide who sleeps in a dry bed.',
        'Trust begins with a reading that all can see.',
        'A gauge has no nationality.',
        'Those who have nothing to hide lose nothing.',
      ],
      against: [
        'Our soldiers guard those works for good reasons.',
        'A visit without notice is a raid.',
        'Figures without context are used against us.',
        'We have been counted by strangers before.',
      ],
    },
    money: {
      for: [
        'A duty without means is a wish.',
        'The lean years cost more than the Fund.',
        'Money that comes late buys nothing.',
        'It is cheaper than one drought.',
      ],
      against: [
        'Our taxpayers cannot carry a third of the river.',
        'There is no list of what it would pay for.',
        'One does not pay before one sees the water.',
        'Old bills would bury a new treaty.',
      ],
    },
    order: {
      for: [
        'One State should not be able to stop fifteen.',
        'A commission that cannot decide is a club.',
        'The house should stand where the river is.',
        'There has to be an end to talking.',
      ],
      against: [
        'No majority commands our river bed.',
        'We would be outvoted by those who live below us.',
        'The seat would follow the money, and the money the seat.',
        'It is a court by another name.',
      ],
    },
    peoples: {
      for: [
        'They were here before any of our flags.',
        'Nobody knows the fish as they do.',
        'Whoever is moved should be asked.',
        'We were promised a voice in three conferences.',
      ],
      against: [
        'Our constitution knows one people.',
        'A vote belongs to States.',
        'One village could stop a whole valley.',
        'We protect all our citizens alike.',
      ],
    },
    disputes: {
      for: [
        'A right that nobody can enforce is a courtesy.',
        'Small States need a judge more than large ones.',
        'Let strangers decide what neighbours cannot.',
        'It would cool every quarrel to know how it ends.',
      ],
      against: [
        'We do not hand our river to three strangers.',
        'Neighbours should talk and not sue.',
        'A tribunal outside the Basin knows nothing of it.',
        'Our courts are good enough.',
      ],
    },
  },
  units: {
    'cubic metres a second': '{n} cubic metres a second',
    'per cent': '{n} per cent',
    'cubic kilometres': '{n} cubic kilometres',
    days: '{n} days',
    hours: '{n} hours',
    years: '{n} years',
    months: '{n} months',
    year: 'the year {n}',
    'milligrams a litre': '{n} milligrams a litre',
    hectares: '{n} hectares',
    metres: '{n} metres',
    'million crowns': '{n} million crowns',
    ratifications: '{n} ratifications',
  },
  comparators: {
    exactly: '{q}',
    about: 'about {q}',
    at_least: 'at least {q}',
    at_most: 'at most {q}',
    between: 'between {from} and {q}',
  },
  thousands: ',',
  point: '.',
  said: [
    'Asked about it, {name}, {office} of {party}, answered: {words}',
    '{name}, {office} of {party}, told reporters: {words}',
    'For {party}, {name} said: {words}',
    '{words} That was the word of {name}, {office} of {party}.',
    'The {office} of {party}, {name}, put it like this: {words}',
  ],
  quotes: ['“', '”'],
}

/** Sentences of an English report on a party, as they follow "that". */
export const REPORTED: Readonly<Record<keyof Patterns['stances'], readonly string[]>> = {
  proposes: [
    '{party} presses for {issue}',
    '{party} makes {issue} its own demand',
    '{party} has put {issue} forward',
  ],
  supports: ['{party} backs {issue}', '{party} supports {issue}', '{party} stands behind {issue}'],
  no_objection: [
    '{party} can live with {issue}',
    '{party} has dropped its objection to {issue}',
    '{party} would not stand in the way of {issue}',
  ],
  undecided: [
    '{party} has not made up its mind on {issue}',
    '{party} has told others that it is undecided on {issue}',
    '{party} still weighs {issue}',
  ],
  opposes: [
    '{party} rejects {issue}',
    '{party} is against {issue}',
    '{party} will not accept {issue}',
  ],
  withdrawn: [
    '{party} has given up {issue}',
    '{party} no longer asks for {issue}',
    '{party} has taken {issue} off its list',
  ],
}
