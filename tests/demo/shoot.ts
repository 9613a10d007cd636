import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { ROOT } from '../helpers/paths'
import { settle } from '../helpers/pictures'
import { withPalette } from '../helpers/png'

/** Where the pictures go. */
export const RESULTS = join(ROOT, 'docs', 'screens')

type Shot = {
  readonly page: Page
  readonly name: string
  /** Prompter and Board have colours of their own, whatever the system's are. */
  readonly themes?: readonly ('light' | 'dark')[]
  /** Also as large as a projector shows it. */
  readonly large?: boolean
}

/** Pictures of a screen: 1280 × 720 light as `name.png`, dark, and where it is asked for 1920 × 1080. */
export async function shoot({ page, name, themes = ['light', 'dark'], large = false }: Shot): Promise<void> {
  const take = async (file: string) => {
    await settle(page)
    writeFileSync(join(RESULTS, `${file}.png`), withPalette(await page.screenshot()))
  }
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    await take(colorScheme === 'light' ? name : `${name}-dark`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (!large) return
  await page.setViewportSize({ width: 1920, height: 1080 })
  await take(`${name}-1920`)
  await page.setViewportSize({ width: 1280, height: 720 })
}
