/** A term of the ledger: it has this one meaning in the code, the API, the documents and the page. */
export interface Term {
  readonly term: string
  readonly meaning: string
  /** A case of it. */
  readonly example: string
}

/** The terms in groups, in the order in which a newcomer meets them. docs/glossary.md is made of it. */
export const glossary: Readonly<Record<string, readonly Term[]>> = {
  'What is recorded': terms({
    ledger: ['All that is recorded of one negotiation, event by event.', '`peace-plan`'],
    negotiation: ['Talks between parties, with one ledger.', 'Talks on a river'],
    event: [
      'One thing recorded, with header and body; it is never changed.',
      'Event 7 of `peace-plan`',
    ],
    command: ['What a client sends to record an event.', '`{"type": "party.listed", …}`'],
    fact: ['An event about the world, in contrast to a correction of the ledger.', 'A statement'],
    entry: [
      'An event as a reader meets it, with what corrected it since; its number is its revision.',
      'Entry 12, corrected',
    ],
    recorder: ['Whoever records events.', 'A desk of an agency'],
    party: ['An actor that takes part in the talks, whatever its role.', 'Egypt'],
    grouping: ['A party made of several parties that speak as one.', 'Downstream states'],
    accreditation: [
      'The right of a person to speak for a party, for some time.',
      'Head of delegation since March',
    ],
    statement: ['What somebody said, as a source reports it.', '"We could live with six years."'],
    utterance: ['A statement seen from one of its speakers.', 'A joint communiqué has several'],
    issue: ['A contested point, put as a proposition.', 'Filling time'],
    proposition: [
      'The sentence of an issue that parties support or oppose.',
      'It takes six years.',
    ],
    subject: ['An issue, a clause or a draft, on which positions are taken.', '`issue:army-cap`'],
    meeting: ['A meeting, session or round, planned or held.', 'Second round, Geneva'],
    correction: [
      'An event that puts one of our own entries right, or takes it out.',
      '`entry.corrected`',
    ],
    retraction: ['A fact: a speaker takes words back or denies them.', '`statement.retracted`'],
    amendment: ['A fact: an outlet changes its own report.', '`source.amended`'],
  }),
  Time: terms({
    'valid time': ['When something was so in the world.', '`validTime=2026-03-01T12:00Z`'],
    'transaction time': ['When the ledger knew of it.', '`transactionTime=2026-03-02T09:00Z`'],
    revision: [
      'The position of an event in its ledger, from 0; transaction time in its exact form.',
      '`revision=41`',
    ],
    head: ['The last revision of a ledger.', 'Revision 41 of a ledger of 42 events'],
    moment: ['A point on both axes: a revision and a valid time.', '`asOf` in every reply'],
    'as of': ['As it was in the world, and as it was known, at a moment.', 'As of revision 41'],
    'uncertain date': [
      'One instant, known to lie in a window; never a duration.',
      '`2026-03`, some instant in March',
    ],
    window: ['The half-open span of instants in which a date lies.', 'From 1 March until 1 April'],
    surely: [
      'Whatever the instants within the windows are.',
      'It surely holds after its window closed',
    ],
    possibly: [
      'Only for some choice of instants within the windows.',
      '`possibly: true` beside a stance',
    ],
    plan: ['A fact dated after it was recorded: it has not come about yet.', 'A meeting next week'],
  }),
  Stances: terms({
    position: [
      'Where one party stands on one subject, as one statement or draft says.',
      'Egypt opposes `filling-time`',
    ],
    stance: [
      'The answer computed from the positions of a party on a subject at a moment.',
      '`opposes`',
    ],
    side: ['For, against or neither, as a stance takes it.', '`supports` is for'],
    layer: ['How directly a position comes from its party: declared or reported.', '`declared`'],
    declared: [
      'Said on the record by or for the party itself, or done in an attested draft.',
      'A minister at a press conference',
    ],
    reported: [
      'Known only through others: unnamed sources, summaries, leaks, other parties.',
      'Two people briefed on the talks',
    ],
    basis: [
      'Of a stance, the layer that decides it. Of a draft revision, the revisions it was made from.',
      '`basis: "declared"`',
    ],
    leader: ['The position that decides a layer: the latest that holds.', 'The answer of 10 March'],
    voice: ['Whose word a position is: one voice never conflicts with itself.', 'One newspaper'],
    conflicting: [
      'Positions of different voices stand against each other; none is chosen.',
      'Declared support, reported opposition',
    ],
    'no record': ['Nothing says where the party stands.', '`no_record` in the matrix'],
    commitment: ['How far a party binds itself to its stance.', '`ad_referendum`'],
    'red line': ['A limit that a party says it will not cross; no redline.', '`redLine: "yes"`'],
    difference: ['A subject on which parties stand apart, in side or number.', 'Army size'],
    convergence: ['How the share of pairs that stand apart changes.', '0.67, then 0.33'],
    move: ['A change of any part of a stance, with its cause.', 'From opposing to undecided'],
  }),
  Drafts: terms({
    draft: ['A text on the table, with its revisions.', "Chair's text"],
    clause: ['A part of a draft with an id that stays; its number may change.', '`ceasefire-line`'],
    label: ['The number or letter printed before a clause: no identity.', 'Article 4'],
    'draft revision': [
      'One immutable state of the text of a draft, under an id; `revision` in the entries about drafts alone.',
      '`draftRevision: "r2"` in every reply',
    ],
    attested: ['Of a draft revision: the ledger has its text.', '`draft.revised`'],
    'reported revision': ['A revision that was only heard of.', 'A plan of 28 points'],
    'on the table': ['Of drafts: the one that is negotiated at a moment.', '`/draft`'],
    redline: ['The comparison of two texts, word by word.', '`/redline?from=r1`'],
    blame: ['For each run of words, the revision that brought it in.', '`ledger show blame`'],
    alternative: ['Competing words for one clause.', 'Option A'],
    'ad referendum': ['Agreed at the table, subject to approval in a capital.', '`agreed_ad_ref`'],
    'ineffective step': ['An operation that changes nothing in its text.', 'Removing no clause'],
  }),
  Evidence: terms({
    source: ['A report or document on which facts rest.', 'A news report of 2 March'],
    evidence: ['The sources of one entry, with the words quoted.', '`evidence` of a statement'],
    relay: ['The chain of reports behind a source, nearest first.', 'TASR, citing CNN'],
    outlet: ['A publisher that reports in its own voice.', 'A news agency'],
    'outlet voice': ['The outlet says it itself, ascribing it to nobody.', '`outlet_voice`'],
    supported: ['At least one source behind the entry stands.', 'A report that was not killed'],
    unsupported: ['No source behind the entry stands any more.', 'Its report was killed'],
    uncited: ['The entry never had any evidence.', 'An entry without `evidence`'],
    warning: ['A doubt that the ledger as a whole raises about an entry.', '`dates_contradict`'],
    headline: ['An entry in one line, for the timeline.', 'Talks in Geneva convened'],
  }),
  'Log and service': terms({
    header: ['What is hashed of an event: its position, times and digest.', '`header.revision`'],
    leaf: ['The hash of one event in the Merkle log of its ledger.', '`leafHash` of a receipt'],
    checkpoint: ['A signed statement of the size and root of a log.', 'Size 42, root 9f3a…'],
    bundle: ['A ledger as a file that can be verified offline.', '`ledger fetch peace-plan`'],
    receipt: [
      'The answer to an append: ids, revisions and leaf hashes. As a file, the same of one event with its proof.',
      '`revision: 41`',
    ],
    origin: ['The name of a log, for ever: which ledger of which service.', 'example.org/river'],
    cursor: ['Where the next page of a list begins; opaque.', '`nextCursor`'],
    problem: ['A reply that is no success, with a stable code (RFC 9457).', '`unknown_id`'],
  }),
}

function terms(given: Readonly<Record<string, readonly [string, string]>>): Term[] {
  return Object.entries(given).map(([term, [meaning, example]]) => ({ term, meaning, example }))
}
