import {
  type Headline,
  type HeadlineParams,
  LONGEST_HEADLINE,
} from '../../projections/timeline/headline.ts'
import { AS_RECORDED, type Names } from './names.ts'

/** A sentence for each code, made of the parameters of the code. */
export type Sentences<Params> = {
  readonly [Code in keyof Params]: (params: Params[Code], names: Names) => string
}

/** All that is rendered of codes and parameters, in one language. */
export interface Words {
  readonly headlines: Sentences<HeadlineParams>
}

/** A headline as one line of at most 140 characters. */
export function renderHeadline(
  { headlines }: Words,
  { code, params }: Headline,
  names = AS_RECORDED,
): string {
  const line = (headlines[code] as (params: object, names: Names) => string)(params, names)
  const characters = [...line.replace(/\s+/gu, ' ').trim()]
  if (characters.length <= LONGEST_HEADLINE) return characters.join('')
  return `${characters
    .slice(0, LONGEST_HEADLINE - 1)
    .join('')
    .trimEnd()}…`
}
