import fc from 'fast-check'

const id = fc.constantFrom(...'abcdefgh')
const word = fc.constantFrom(
  'war',
  'peace',
  'сторони',
  'م',
  '各方',
  '[',
  '] ',
  ', ',
  ' ',
  '\n',
  '.',
)
const text = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  fc.constantFrom('', 'The Parties withdraw their forces.', 'The Parties withdraw at once.'),
)
const line = fc.constantFrom('1', '2', 'A', 'Aims and scope', 'Forces')
const place = fc.record({ under: id, after: fc.option(id) }, { requiredKeys: [] })
const clause = fc.record(
  { clause: id, text, label: line, heading: line },
  { requiredKeys: ['clause', 'text'] },
)

/** Any step, of which many cannot be taken: for properties of texts that come about at random. */
export const operation: fc.Arbitrary<object> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(clause, place).map(([c, p]) => ({ op: 'add', ...c, ...p })) },
  { weight: 4, arbitrary: clause.map(({ label: _, ...c }) => ({ op: 'amend', ...c })) },
  { weight: 3, arbitrary: fc.tuple(id, place).map(([c, p]) => ({ op: 'move', clause: c, ...p })) },
  id.map((c) => ({ op: 'remove', clause: c })),
  fc.tuple(id, line).map(([c, label]) => ({ op: 'relabel', clause: c, label })),
  fc
    .tuple(fc.array(id, { minLength: 2, maxLength: 4 }), clause, place)
    .map(([clauses, into, p]) => ({ op: 'merge', clauses, into, ...p })),
  fc
    .tuple(id, fc.array(clause, { minLength: 2, maxLength: 3 }))
    .map(([c, into]) => ({ op: 'split', clause: c, into })),
)

/** The steps of a few revisions, one after another. */
export const revisions = fc.array(fc.array(operation, { maxLength: 8 }), {
  minLength: 1,
  maxLength: 6,
})
