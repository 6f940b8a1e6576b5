/** A view that is measured: its address below the ledger, and what stands in its first picture. */
export interface BenchView {
  readonly path: string
  /** A selector of the first fact in it; of the page before, which may have another. */
  readonly fact: string
  /** False where the page before has no such view. */
  readonly isOld: boolean
}

export const BENCH_VIEWS: readonly BenchView[] = [
  { path: 'briefing', fact: '.briefing li', isOld: true },
  { path: 'stances', fact: '.matrix .cell', isOld: true },
  { path: 'drafts', fact: '.clause', isOld: true },
  { path: 'drafts?mode=redline', fact: '.clause', isOld: true },
  { path: 'drafts?mode=blame', fact: '.clause', isOld: true },
  { path: 'drafts?mode=beside', fact: '.clause', isOld: true },
  { path: 'timeline', fact: '.lanes .dot', isOld: true },
  { path: 'meetings', fact: 'main li', isOld: true },
  { path: 'convergence', fact: 'main svg path', isOld: true },
  { path: 'convergence?picture=parties', fact: '.party-dot', isOld: false },
  { path: 'doubts', fact: '.doubt-group', isOld: false },
  { path: 'record', fact: '.desk label', isOld: false },
]
