import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type Axe from 'axe-core'
import type { Page } from 'playwright'
import { expect } from 'playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

type Findings = { readonly found: readonly string[]; readonly checked: number }

/** What axe finds on the page, one line for each element. `checked` is how many rules had something to check. */
export async function findings(page: Page): Promise<Findings> {
  await page.evaluate(source)
  return page.evaluate(async (tags) => {
    const axe: typeof Axe = Reflect.get(globalThis, 'axe')
    const { violations, passes } = await axe.run({ runOnly: tags })
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    )
    return { found, checked: passes.length + violations.length }
  }, TAGS)
}

/** Expects that axe finds nothing on this screen, light and dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { found, checked } = await findings(page)
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([])
    expect(checked, `rules that axe checked on ${screen}, ${colorScheme}`).toBeGreaterThan(5)
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
