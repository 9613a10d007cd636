import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { capture, toCaptureLine } from '../helpers/desk'
import { ROOT } from '../helpers/paths'
import { settle } from '../helpers/pictures'
import { sampleMeeting } from '../helpers/sampleMeeting'

/** Where the demo leaves what it made. */
export const RESULTS = join(ROOT, 'out', 'demo')

/** Milliseconds between two keys: quick, and still to be followed by eye. */
export const TYPING = 4

export const sample = sampleMeeting()

/** Empties the folder of the results. */
export function clearResults(): void {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
}

/** The captured lines from the one that begins so up to, and without, the one that begins so. */
export function lines(from: string, before?: string): readonly string[] {
  const place = (start: string) => {
    const found = sample.captures.findIndex((line) => line.startsWith(start))
    if (found === -1) throw new Error(`The sample meeting has no line that begins with “${start}”`)
    return found
  }
  return sample.captures.slice(place(from), before === undefined ? undefined : place(before))
}

let pictures = 0

/** A numbered picture of a window, as it is on the screen. */
export async function picture(page: Page, name: string): Promise<void> {
  pictures += 1
  await settle(page)
  await page.screenshot({ path: join(RESULTS, `${String(pictures).padStart(2, '0')}-${name}.png`) })
}

/** The same in dark colours. */
export async function pictureInTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: null })
}

/** Types these lines into the capture line, one after the other. */
export async function captureAll(page: Page, all: readonly string[]): Promise<void> {
  await toCaptureLine(page)
  for (const line of all) await capture(page, line, TYPING)
}
