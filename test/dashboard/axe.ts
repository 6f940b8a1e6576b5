import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** WCAG 2.2 AA, as axe tags its rules. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Axe for a page, told what is wrong alone: to tell of each element that is right takes it long.
 * Nothing is embedded in a page: legacy mode needs no second page for each run.
 */
export function axeFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
}

/** Sees that axe finds nothing against WCAG 2.2 AA in a part of a page, given as a selector. */
export async function expectAccessible(page: Page, part: string): Promise<void> {
  const { violations } = await axeFor(page).include(part).withTags(WCAG).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}
