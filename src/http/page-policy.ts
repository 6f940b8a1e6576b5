import { hash } from 'node:crypto'
import { PAGE_STYLE } from '../../projections/text/html.ts'

const style = hash('sha256', PAGE_STYLE, 'base64')

/** What a page made of a draft may do: show itself, in its own style, and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
