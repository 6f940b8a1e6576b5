import type { StanceOrNone } from '../../../projections/stances/side.ts'

/** Drawn so that stances differ in form and not in colour alone. */
export const GLYPH_PATHS: { readonly [S in StanceOrNone]: string } = {
  proposes: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  supports: 'm3 8.5 3.4 3.4L13 4.6',
  no_objection: 'M3 6h10M3 10h10',
  undecided: 'M5.6 6a2.4 2.4 0 1 1 3.4 2.3c-.7.3-1 .8-1 1.5M8 12.6v.1',
  opposes: 'm4 4 8 8M12 4l-8 8',
  withdrawn: 'M13 8H3.5M7 4 3 8l4 4',
  conflicting: 'M3 5.5h9L9.8 3.2M13 10.5H4l2.2 2.3',
  no_record: 'M6 8h4',
}

export function StanceGlyph({ stance }: { stance: StanceOrNone }) {
  return (
    <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">
      <path d={GLYPH_PATHS[stance]} />
    </svg>
  )
}
