import type { Sentences } from './words.ts'

/** Puts the text that is at fault, in quotation marks, before each of the sentences on it. */
export function afterText<Params extends object>(sentences: Sentences<Params>): Sentences<Params> {
  const all = Object.entries(sentences) as [keyof Params, (params: { text: string }) => string][]
  const whole = all.map(([code, rest]) => [
    code,
    (params: { readonly text: string }) => `"${params.text}" ${rest(params)}`,
  ])
  return Object.fromEntries(whole)
}
