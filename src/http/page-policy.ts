import { hash } from 'node:crypto'
import { PAGE_STYLE } from '../../projections/text/html.ts'

const style = hash('sha256', PAGE_STYLE, 'base64')

/** Policy of a page made of a draft: it shows itself, in its own style, and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
