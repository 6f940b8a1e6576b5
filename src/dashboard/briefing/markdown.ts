import { changed, hrefOf, type Route } from '../state/route.ts'
import type { BriefingSection } from './sentences.ts'

/**
 * The briefing as Markdown, to be pasted anywhere: its links are absolute, and lead to the moment
 * told of whenever they are followed.
 *
 * @param route where the links start from, with the moment in it
 */
export function markdownOf(
  title: string,
  when: string,
  sections: readonly BriefingSection[],
  route: Route,
  origin: string,
): string {
  const body = sections.flatMap(({ title: heading, sentences }) => [
    '',
    `## ${heading}`,
    '',
    ...sentences.map(({ text, to, isUnsupported }) => {
      const mark = isUnsupported ? ' **Unsupported.**' : ''
      return `- ${escaped(text)}${mark} ([more](${origin}${hrefOf(changed(route, to))}))`
    }),
  ])
  return [`# ${escaped(title)}`, '', when, ...body, ''].join('\n')
}

/** Characters that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/([\\`*_[\]<>#|])/g, '\\$1').replace(/\s+/g, ' ')
}
