/** An invented treaty on a river, as its first reading left it. */
export const WATER_LAW: readonly { readonly heading: string; readonly text: string }[] = [
  [
    'Aims',
    'The Parties share the waters of the Orsa fairly and keep the river alive for those who come after them.',
  ],
  [
    'Scope',
    'This Treaty applies to the main course of the Orsa, its tributaries and the groundwater that feeds them.',
  ],
  [
    'Definitions',
    'In this Treaty, "flow" means the volume that passes the gauge at Velin in a second, averaged over ten days.',
  ],
  [
    'Minimum flow',
    'The Upstream Party lets at least 500 cubic metres a second pass the gauge at Velin from March to September.',
  ],
  [
    'Winter flow',
    'From October to February the flow may fall to 320 cubic metres a second, unless ice threatens the bridges.',
  ],
  [
    'Drought',
    'In a year of drought the Parties reduce their withdrawals by the same share, beginning with irrigated pasture.',
  ],
  [
    'Filling of reservoirs',
    'No reservoir is filled faster than one metre of level a week, and none during the sowing season.',
  ],
  [
    'Dams',
    'A dam higher than fifteen metres is built only after both Governments have seen its design and its spillway tests.',
  ],
  [
    'Fish',
    'Each dam has a passage that sturgeon can use in both directions, open from April until the end of spawning.',
  ],
  [
    'Navigation',
    'Vessels of both Parties pass the locks on equal terms and pay no more than the upkeep of the locks costs.',
  ],
  [
    'Pollution',
    'Whoever discharges mercury, cyanide or untreated sewage pays for the damage and for its removal.',
  ],
  [
    'Warning',
    'A Party that learns of a spill warns the other within two hours, by telephone and in writing.',
  ],
  [
    'Joint Commission',
    'A Commission of three members from each Party meets in spring and autumn, in Velin and Tarn by turns.',
  ],
  [
    'Decisions',
    'The Commission decides unanimously; where it cannot, the Governments confer within thirty days.',
  ],
  [
    'Gauges',
    'The Commission reads the gauges daily and publishes the readings the next morning, errors and repairs included.',
  ],
  [
    'Inspections',
    'Inspectors may enter any pumping station after a notice of twelve hours, with an escort of the host Party.',
  ],
  [
    'Data',
    'Measurements older than a week are open to everyone, free of charge and without registration.',
  ],
  [
    'Costs',
    'The Parties bear the costs of the Commission in the ratio of the water that each of them withdraws.',
  ],
  [
    'Compensation',
    'For each day below the minimum flow the Upstream Party delivers 40 megawatt-hours of electricity in return.',
  ],
  [
    'Fishing rights',
    'Villages on either bank keep the fishing places that they used before the old border was drawn.',
  ],
  [
    'Forests',
    'Within three hundred metres of the bank no forest is cleared, except for dykes and for roads that replace ferries.',
  ],
  [
    'Drinking water',
    'The supply of drinking water to towns goes before every other use, industry and power stations included.',
  ],
  [
    'Emergencies',
    'In a flood the Commission may order gates opened at once and report to the Governments afterwards.',
  ],
  [
    'Archaeology',
    'Graves, mills and mosaics found in the bed of the river belong to the Party in whose half they lie.',
  ],
  [
    'Disputes',
    'A dispute that is not settled in a year goes to an arbitrator named by the President of the Hydrological Union.',
  ],
  [
    'Interim measures',
    'Until the award the flow stays as the gauge showed it on the day on which the dispute was notified.',
  ],
  [
    'Third States',
    'The Parties grant no third State a right to divert the Orsa or to store its water.',
  ],
  [
    'Revision',
    'Ten years after its entry into force, and every ten years after that, the Parties review the figures of this Treaty.',
  ],
  [
    'Entry into force',
    'This Treaty enters into force on the first day of the month after the exchange of instruments in Tarn.',
  ],
  [
    'Languages',
    'Done in two copies, in the languages of both Parties, each of which is equally authentic.',
  ],
].map(([heading, text]) => ({ heading: heading as string, text: text as string }))
