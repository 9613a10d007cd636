import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { _electron, type ElectronApplication, type Page } from 'playwright'
import { expect } from 'playwright/test'

import { ROOT } from './paths'
import { askedOfNetwork, loggedByNetwork, watch, type Fault } from './watch'

/** Answers to the system's dialogs, as PRODUCT.md 8 has them. */
export type DialogAnswers = {
  readonly save?: string
  readonly open?: readonly string[]
  readonly confirm?: boolean
}

/** The binary the tests run on: the real Electron that `scripts/test.mjs` found. */
export function electronBinary(): string {
  const binary = process.env['LECTERN_ELECTRON']
  if (binary === undefined || binary === '') {
    throw new Error('Set LECTERN_ELECTRON to the path that `npm run -s electron-path` prints.')
  }
  return binary
}

/** The switches this computer needs: root cannot have Chromium's sandbox. */
export const switches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The app on one data folder: started, left, killed, started again, and watched all the time. */
export class Lectern {
  readonly folder: string
  readonly dataDir: string
  readonly faults: Fault[] = []
  #electron: ElectronApplication | null = null
  #desk: Page | null = null
  readonly #more: readonly string[]
  #netLogs = 0

  /** `dataDir` is a folder of its own in `folder`, unless one is given; `more` are switches of Chromium. */
  constructor(dataDir?: string, more: readonly string[] = []) {
    this.#more = more
    this.folder = mkdtempSync(join(tmpdir(), 'lectern-e2e-'))
    this.dataDir = dataDir ?? join(this.folder, 'data')
    this.answerDialogs({})
  }

  get electron(): ElectronApplication {
    if (this.#electron === null) throw new Error('Lectern is not running')
    return this.#electron
  }

  get desk(): Page {
    if (this.#desk === null) throw new Error('Lectern is not running')
    return this.#desk
  }

  /** What the app is started with. */
  get args(): readonly string[] {
    return [...switches, ...this.#more, '--lang=en-GB', ROOT, `--data-dir=${this.dataDir}`]
  }

  get environment(): Record<string, string> {
    const own = Object.entries(process.env).filter(([, value]) => value !== undefined)
    return {
      ...Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
      LECTERN_TEST_DIALOGS: this.#dialogs,
      LANG: 'en_GB.UTF-8',
    }
  }

  get #dialogs(): string {
    return join(this.folder, 'dialogs.json')
  }

  get #netLog(): string {
    return join(this.folder, `network-${this.#netLogs}.json`)
  }

  /** Prepares the answers for the next dialogs. */
  answerDialogs(answers: DialogAnswers): void {
    writeFileSync(this.#dialogs, JSON.stringify(answers))
  }

  /** Starts the app and resolves when the Desk is there. */
  async start(): Promise<Page> {
    this.#netLogs += 1
    const electron = await _electron.launch({
      executablePath: electronBinary(),
      args: [`--log-net-log=${this.#netLog}`, ...this.args],
      env: this.environment,
      timeout: 30_000,
    })
    this.#electron = electron
    await watch(electron, (fault) => void this.faults.push(fault))
    this.#desk = await this.window(/^Lectern/)
    await expect(this.#desk.getByRole('heading', { level: 1 })).toBeVisible()
    return this.#desk
  }

  /** The window whose title begins so, once it is there. */
  async window(title: RegExp): Promise<Page> {
    let found: Page | null = null
    await expect
      .poll(async () => {
        for (const page of this.electron.windows()) {
          if (title.test(await page.title().catch(() => ''))) found = page
        }
        return found !== null
      }, `a window titled ${title}`)
      .toBe(true)
    if (found === null) throw new Error(`There is no window titled ${title}`)
    return found
  }

  async #gone(): Promise<void> {
    this.#electron = null
    this.#desk = null
    this.faults.push(...loggedByNetwork(this.#netLog))
  }

  /** Quits as a person does: the Desk's window is closed, and the app waits for the disk. */
  async close(): Promise<void> {
    if (this.#electron === null) return
    const electron = this.#electron
    this.faults.push(...(await askedOfNetwork(electron)))
    const ended = once(electron.process(), 'exit')
    await electron.evaluate(({ app }) => app.quit())
    const [code, signal] = await ended
    if (code !== 0) this.faults.push({ what: 'exit', text: `code ${code}, signal ${signal}` })
    await this.#gone()
  }

  /** kill -9 of the whole app, its helpers included. */
  async kill(): Promise<void> {
    const electron = this.electron
    const { pid } = electron.process()
    if (pid === undefined) throw new Error('Lectern has no process')
    const ended = once(electron.process(), 'exit')
    process.kill(-pid, 'SIGKILL')
    await ended
    await this.#gone()
  }

  /** Ends what is left and removes the folder. */
  async dispose(): Promise<void> {
    await this.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
