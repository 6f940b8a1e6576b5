import type { Page } from 'playwright-core'
import { DESK, PHONE } from '../../test/dashboard/large-example.ts'

/** A picture of the documentation: an address of the dashboard, as a screen or paper shows it. */
export interface DocumentedPicture {
  /** The name of its file in `docs/`, without `.png`. */
  readonly name: string
  /** Below `/dashboard/n/`. */
  readonly path: string
  /** A selector of the last thing that the view draws. */
  readonly fact: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly isDark?: boolean
  readonly isPrinted?: boolean
  /** Acts in the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

/** The last entry of the large example, and an entry of the day after the package. */
const LAST = 'revision=3102'
const NEWS = 'transactionTime=2025-09-20T09:00Z&from=-3d'
const REDLINE = 'at=r6&against=r3'

/** All pictures that the documentation shows of the dashboard. */
export const PICTURES: readonly DocumentedPicture[] = [
  {
    name: 'dashboard',
    path: 'peace-plan/stances?revision=35&cell=russia:issue:donbas',
    fact: '.panel blockquote',
  },
  {
    name: 'dashboard-news',
    path: `maruvel/briefing?${NEWS}`,
    fact: '.news-lines li',
  },
  {
    name: 'dashboard-stances',
    path: 'maruvel/stances?revision=2700&cell=korvitsa:issue:inspection-notice',
    fact: '.panel blockquote',
  },
  {
    name: 'dashboard-drafts',
    path: `maruvel/drafts?${LAST}&mode=redline&only=changed&${REDLINE}`,
    fact: '.clause ins',
  },
  {
    name: 'dashboard-blame',
    path: `maruvel/drafts?${LAST}&mode=blame&at=r6&words=r6&clause=flow-minimum`,
    fact: '.at-clause .marked',
  },
  {
    name: 'dashboard-beside',
    path: `maruvel/drafts?${LAST}&mode=beside&only=changed&${REDLINE}`,
    fact: '.clause ins',
  },
  { name: 'dashboard-timeline', path: `maruvel/timeline?${LAST}`, fact: '.timeline li' },
  { name: 'dashboard-meetings', path: `maruvel/meetings?${LAST}`, fact: 'main li' },
  { name: 'dashboard-convergence', path: `maruvel/convergence?${LAST}`, fact: '.multiple path' },
  {
    name: 'dashboard-parties',
    path: 'maruvel/convergence?revision=1200&picture=parties',
    fact: '.party-dot',
  },
  { name: 'dashboard-doubts', path: `maruvel/doubts?${LAST}`, fact: '.doubt-group li' },
  {
    name: 'dashboard-record',
    path: 'maruvel/record',
    fact: '.desk label',
    act: async (page) => {
      const combobox = page.getByRole('combobox', { name: 'What happened' })
      await combobox.fill('met')
      await page.locator('[role=listbox] [role=option]').first().waitFor()
    },
  },
  {
    name: 'dashboard-find',
    path: `maruvel/stances?${LAST}`,
    fact: '.matrix .cell',
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.locator('dialog input').fill('fish')
      await page.locator('[role=option]', { hasText: 'Passages for fish' }).first().waitFor()
    },
  },
  {
    name: 'dashboard-dark',
    path: `maruvel/timeline?${LAST}&zoom=2025-06-12T00:00Z/2025-06-16T00:00Z`,
    fact: '.timeline li',
    isDark: true,
  },
  {
    name: 'dashboard-phone',
    path: `maruvel/briefing?${NEWS}`,
    fact: '.news-lines li',
    size: PHONE,
  },
  {
    name: 'dashboard-ukrainian',
    path: 'maruvel/stances?revision=2700&lang=uk',
    fact: '.matrix .cell',
    size: PHONE,
    isDark: true,
  },
  {
    name: 'dashboard-print',
    path: 'maruvel/stances?revision=1810',
    fact: '.matrix .cell',
    isPrinted: true,
  },
  {
    name: 'dashboard-arabic',
    path: `maruvel/stances?${LAST}&source=sawt-al-delta-02-13`,
    fact: '.panel .entry-link',
    size: PHONE,
  },
  {
    name: 'dashboard-arabic-draft',
    path: 'wadi/drafts?mode=redline',
    fact: '.clause ins',
  },
]

export const screenOf = ({ size = DESK }: DocumentedPicture) => size
