import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LANGUAGES, type Language, languageOfTag } from '../words/language.ts'

/** Parameter of a read or a write whose reply has sentences. */
export const languageQuery = {
  lang: z
    .enum(LANGUAGES)
    .optional()
    .describe(
      'The language of headlines, warnings and other sentences of the service; by default that of Accept-Language, else English. Codes, parameters and the words of others are the same in each',
    ),
}

/** The language that a request asks for, by its parameter `lang` or else by Accept-Language. */
export function languageOf({ query, headers }: FastifyRequest): Language {
  const { lang } = (query ?? {}) as { readonly lang?: unknown }
  // A request may be refused before its parameters are checked.
  const named = typeof lang === 'string' ? languageOfTag(lang) : undefined
  return named ?? acceptedLanguage(headers['accept-language'] ?? '')
}

/** Marks a reply as one that is in another language for a client that asks for another. */
export function varyByLanguage(reply: FastifyReply): void {
  reply.header('vary', 'accept-language')
}

/**
 * Chooses the language of the greatest weight in an Accept-Language (RFC 9110, 12.5.4), the first of
 * those with the same weight. `*` is the default language, which is also chosen if no language of the
 * header has words here.
 */
export function acceptedLanguage(accepted: string): Language {
  let best: { readonly language: Language; readonly weight: number } | undefined
  for (const range of accepted.split(',')) {
    const [tag = '', ...parameters] = range.split(';')
    const given = parameters.map((one) => /^\s*q=([\d.]+)\s*$/i.exec(one)?.[1]).find(Boolean)
    const weight = given === undefined ? 1 : Number(given)
    const language = tag.trim() === '*' ? LANGUAGES[0] : languageOfTag(tag)
    if (language !== undefined && weight > (best?.weight ?? 0)) best = { language, weight }
  }
  return best?.language ?? LANGUAGES[0]
}
