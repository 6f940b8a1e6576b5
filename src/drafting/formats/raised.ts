const PLAIN = '0123456789+-−=()'
const RAISED = new Map(Array.from(PLAIN, (one, at) => [one, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'[at]]))
const LOWERED = new Map(Array.from(PLAIN, (one, at) => [one, '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'[at]]))

/** Numbers that are raised or lowered as characters that are: `m³`, `CO₂`. Other words stay. */
export function shifted(words: string, to: 'raised' | 'lowered'): string {
  const forms = to === 'raised' ? RAISED : LOWERED
  const characters = Array.from(words.trim(), (one) => forms.get(one))
  return characters.every((one) => one !== undefined) ? characters.join('') : words
}
