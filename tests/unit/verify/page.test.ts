import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { buildVerifier } from '../../../scripts/verifier.mjs'
import { findings } from '../../helpers/axe'
import { contentsOf, flipped } from './forging'
import { signedRecord } from './verifying'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const LARGEST_PAGE = 1_000_000

describe.skipIf(CHROMIUM === undefined)('the verifier page, opened from a file', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-verifier-'))
  let browser: Browser
  let page: Page
  const asked: string[] = []
  const errors: string[] = []

  let workers = 0

  beforeAll(async () => {
    const path = await buildVerifier(folder)
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
    page = await browser.newPage()
    page.on('request', (request) => asked.push(request.url()))
    page.on('worker', () => (workers += 1))
    page.on('console', (message) => errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(pathToFileURL(path).href)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Chooses a file with this content and waits for the verdict. */
  async function verdictOn(bytes: Uint8Array, name = 'record.pdf'): Promise<string> {
    writeFileSync(join(folder, name), bytes)
    await page.getByLabel('Choose a PDF').setInputFiles(join(folder, name))
    await page
      .getByRole('status')
      .filter({ hasText: `Checked ${name}.` })
      .waitFor()
    return page.getByRole('heading', { level: 2 }).innerText()
  }

  it('says the same as the app of a record nobody changed', async () => {
    const { twice, dana } = await signedRecord()
    expect(await verdictOn(twice, 'intact.pdf')).toBe(
      'Intact: revision 1 of this record is as it was signed by “Dana Ortiz” and “Bo Li”, and nothing was changed since.',
    )
    const said = await page.getByRole('region').innerText()
    expect(said.replace(/\s/g, '')).toContain(dana.facts.fingerprint)
    expect(said).toContain('A signature does not prove who signed')
  })

  it('names what was changed in a tampered one', async () => {
    const { twice } = await signedRecord()
    expect(await verdictOn(flipped(twice, contentsOf(twice, 'LecternSigner2').end - 3), 'tampered.pdf')).toBe(
      'Changed: this record is not as it was made and signed.',
    )
    expect(await page.getByRole('region').innerText()).toContain(
      'The room kept for the signature of “Bo Li” holds something behind the signature.',
    )
  })

  it('has a sentence for what is no PDF', async () => {
    expect(await verdictOn(new TextEncoder().encode('<script>alert(1)</script>'), 'no.pdf')).toMatch(
      /^Not readable/,
    )
    expect(await page.getByRole('region').innerText()).toContain('This file is not a PDF.')
  })

  it('does not wait for a file that takes too long', async () => {
    const slow = await browser.newPage()
    await slow.clock.install()
    await slow.addInitScript(() => {
      const script = 'onmessage = () => { postMessage({ entries: 0 }); for (;;); }'
      const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
      const Endless = class extends Worker {
        constructor() {
          super(address)
          this.addEventListener('message', () => document.documentElement.classList.add('begun'))
        }
      }
      Object.assign(globalThis, { Worker: Endless })
    })
    await slow.goto(page.url())
    writeFileSync(join(folder, 'slow.pdf'), 'slow')
    await slow.getByLabel('Choose a PDF').setInputFiles(join(folder, 'slow.pdf'))
    await slow.locator('.begun').waitFor()
    expect(await slow.getByRole('status').innerText()).toBe('Checking slow.pdf …')
    await slow.clock.fastForward(5_000)
    await slow.getByText('Checked slow.pdf.').waitFor()
    expect(await slow.getByRole('region').innerText()).toContain('takes more time or memory to check')
    await slow.close()
  })

  it('asks the network for nothing, breaks no rule of its own and is small', () => {
    expect(asked.filter((address) => !address.startsWith('blob:'))).toHaveLength(1)
    expect(errors).toEqual([])
    expect(workers).toBe(3)
    expect(statSync(join(folder, 'verify.html')).size).toBeLessThan(LARGEST_PAGE)
  })

  it('is usable by everybody', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect((await findings(page)).found).toEqual([])
    }
  })
})
