/**
 * The people of the demo: their names, and an example of what each may read, in words that stand in
 * the large example. `since` is told once the embargo of that example has ended.
 */
export const demoPeople = {
  visitor: {
    name: 'The public',
    hint: 'reads what is public. Find “less than one summer” in the treaty on the river: it is not there before the embargo on that declaration ends, ten minutes after the start. Then What is new has it under Made public.',
    since:
      'reads what is public. Find “less than one summer” in the treaty on the river: the declaration that was under an embargo, which What is new has under Made public.',
  },
  delegation: {
    name: 'Delegation of Saffara',
    hint: 'is cleared up to restricted. Find “less than one summer” in the treaty on the river: the declaration, under its embargo. Find “the delegation may accept”: nothing, since the leaked paper that says so is confidential.',
    since:
      'is cleared up to restricted. Find “the delegation may accept” in the treaty on the river: nothing, since the leaked paper that says so is confidential.',
  },
  secretariat: {
    name: 'Secretariat',
    hint: 'reads everything. Find “the delegation may accept” in the treaty on the river: the leaked paper, which is confidential. Access lists who read what.',
    since:
      'reads everything. Find “the delegation may accept” in the treaty on the river: the leaked paper, which is confidential. Access lists who read what.',
  },
}
