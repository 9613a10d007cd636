import type { Page } from 'playwright'

import { expect, test, type Lectern } from '../helpers/app'
import { meetingId } from '../helpers/bridge'
import { liveMeeting, openBoard, openPrompter } from '../helpers/desk'

type NamedPage = readonly [name: string, page: Page]

async function allWindows(lectern: Lectern): Promise<readonly NamedPage[]> {
  await liveMeeting(lectern.desk, 'Locked')
  const prompter = await openPrompter(lectern)
  const board = await openBoard(lectern)
  return [
    ['Desk', lectern.desk],
    ['Prompter', prompter],
    ['Board', board],
  ]
}

/** Asks through the bridge, as any script in the page could; the reason it was rejected, or null. */
function rejection(page: Page, channel: string, input: unknown): Promise<string | null> {
  return page.evaluate(
    async ([name, value]) => {
      const bridge: unknown = Reflect.get(window, 'lectern')
      const call: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, 'call') : null
      if (typeof call !== 'function') return 'there is no bridge'
      try {
        await call(name, value)
        return null
      } catch (error) {
        return String(error)
      }
    },
    [channel, input] as const,
  )
}

test.describe('a page cannot get out', () => {
  test.use({
    provoked:
      /Content Security Policy|Refused to|failed request|Failed to load resource|Not allowed to load|127\.0\.0\.1:9|'lectern:call'/,
  })

  test('sandbox, isolation and no Node in every window, by setting and by behaviour', async ({ lectern }) => {
    const windows = await allWindows(lectern)
    const settings = await lectern.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        const read: unknown = Reflect.get(webContents, 'getLastWebPreferences')
        const all: unknown = typeof read === 'function' ? read.call(webContents) : null
        const names = [
          'sandbox',
          'contextIsolation',
          'nodeIntegration',
          'nodeIntegrationInWorker',
          'webviewTag',
        ]
        const more = [
          'webSecurity',
          'nodeIntegrationInSubFrames',
          'allowRunningInsecureContent',
          'experimentalFeatures',
        ]
        if (typeof all !== 'object' || all === null) return null
        return Object.fromEntries([...names, ...more].map((name) => [name, Boolean(Reflect.get(all, name))]))
      }),
    )
    expect(settings).toEqual(
      Array.from({ length: 3 }, () => ({
        sandbox: true,
        contextIsolation: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
      })),
    )
    for (const [name, page] of windows) {
      const reached = await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
          (each) => each in globalThis,
        ),
      )
      expect(reached, name).toEqual([])
    }
  })

  test('the bridge is call and on, and nothing can be put in its place', async ({ lectern }) => {
    for (const [name, page] of await allWindows(lectern)) {
      const bridge = await page.evaluate(() => {
        const own: unknown = Reflect.get(window, 'lectern')
        if (typeof own !== 'object' || own === null) return null
        const replaced = Reflect.set(own, 'call', () => 'replaced') || Reflect.set(window, 'lectern', null)
        return { keys: Reflect.ownKeys(own).map(String).toSorted(), replaced }
      })
      expect(bridge, name).toEqual({ keys: ['call', 'on'], replaced: false })
    }
  })

  test('injected scripts, eval and inline handlers do not run', async ({ lectern }) => {
    for (const [name, page] of await allWindows(lectern)) {
      const ran = await page.evaluate(async () => {
        const script = document.createElement('script')
        script.textContent = 'globalThis.plantedScript = true'
        document.body.append(script)
        const holder = document.createElement('div')
        holder.innerHTML = '<img src="app:nothing" onerror="globalThis.plantedHandler = true">'
        document.body.append(holder)
        const link = document.createElement('a')
        link.href = 'javascript:globalThis.plantedLink=true'
        document.body.append(link)
        link.click()
        const evaluated = await new Promise((resolve) => {
          setTimeout(() => {
            try {
              const run: unknown = Reflect.get(globalThis, 'eval')
              resolve(typeof run === 'function' && run('1 + 1') === 2)
            } catch {
              resolve(false)
            }
          })
        })
        const made = await new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(Reflect.construct(Function, ['return 2'])() === 2)
            } catch {
              resolve(false)
            }
          })
        })
        for (const element of [script, holder, link]) element.remove()
        const planted = ['plantedScript', 'plantedHandler', 'plantedLink'].filter(
          (each) => each in globalThis,
        )
        return { evaluated, made, planted }
      })
      expect(ran, name).toEqual({ evaluated: false, made: false, planted: [] })
    }
  })

  test('no other window, no other address, no frame, no network', async ({ lectern }) => {
    for (const [name, page] of await allWindows(lectern)) {
      const out = await page.evaluate(async () => {
        const opened = ['https://example.com/', 'app://desk/desk.html', 'about:blank'].map((url) =>
          window.open(url),
        )
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const inFrame = frame.contentWindow !== null && Reflect.has(frame.contentWindow, 'lectern')
        frame.remove()
        const refused = (attempt: () => Promise<unknown>) =>
          attempt().then(
            () => 'went through',
            () => 'refused',
          )
        const image = () =>
          new Promise((resolve, reject) => {
            const element = new Image()
            element.addEventListener('load', resolve)
            element.addEventListener('error', reject)
            element.src = 'http://127.0.0.1:9/x.png'
          })
        const socket = () =>
          new Promise((resolve, reject) => {
            const made = new WebSocket('ws://127.0.0.1:9/')
            made.addEventListener('open', resolve)
            made.addEventListener('error', reject)
          })
        const network = await Promise.all([
          refused(() => fetch('http://127.0.0.1:9/')),
          refused(() => fetch('https://example.com/')),
          refused(() => fetch('file:///etc/hostname')),
          refused(image),
          refused(socket),
        ])
        return { opened: opened.map((each) => each === null), inFrame, network }
      })
      expect(out, name).toEqual({
        opened: [true, true, true],
        inFrame: false,
        network: ['refused', 'refused', 'refused', 'refused', 'refused'],
      })
    }
    expect(lectern.electron.windows()).toHaveLength(3)
  })

  test('no page leaves its address', async ({ lectern }) => {
    const { electron } = lectern
    const windows = await allWindows(lectern)
    await electron.evaluate(({ webContents }) => {
      const attempts: string[] = []
      Object.assign(globalThis, { lecternAttempts: attempts })
      for (const contents of webContents.getAllWebContents()) {
        contents.on('will-navigate', (event, url) => void attempts.push(`${url} ${event.defaultPrevented}`))
      }
    })
    const attempts = () =>
      electron.evaluate(() => {
        const seen: unknown = Reflect.get(globalThis, 'lecternAttempts')
        return Array.isArray(seen) ? seen.splice(0).map(String) : []
      })
    for (const [name, page] of windows) {
      const before = page.url()
      for (const url of ['https://example.com/', 'app://nowhere/desk.html', 'app://prompter/nothing.html']) {
        await page.evaluate((to) => window.location.assign(to), url)
        await expect.poll(attempts, `${name} was sent to ${url}`).toEqual([`${url} true`])
        expect(page.url()).toBe(before)
      }
      await page.evaluate(() => window.location.assign('file:///etc/hostname'))
      expect(
        await page.evaluate(() => Reflect.has(window, 'lectern') && document.body.childElementCount > 0),
      ).toBe(true)
      expect(page.url()).toBe(before)
    }
  })

  test('permissions are denied', async ({ lectern }) => {
    for (const [name, page] of await allWindows(lectern)) {
      const granted = await page.evaluate(async () => {
        const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
        const states = await Promise.all(
          names.map((each) =>
            navigator.permissions.query({ name: each as PermissionName }).then(({ state }) => state),
          ),
        )
        const asked = await Notification.requestPermission()
        const camera = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'granted',
          () => 'denied',
        )
        return [...states, asked, camera].filter((state) => state !== 'denied')
      })
      expect(granted, name).toEqual([])
    }
  })

  test('WebAssembly, workers and what listens to a voice are refused', async ({ lectern }) => {
    for (const [name, page] of await allWindows(lectern)) {
      const ran = await page.evaluate(async () => {
        const header = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
        const compiled = await WebAssembly.compile(header).then(
          () => true,
          () => false,
        )
        const fetched = await fetch('/assets/voice/en-us/mdef').then(
          () => true,
          () => false,
        )
        const started = await new Promise((resolve) => {
          try {
            const worker = new Worker('/assets/voice/listener.js', { type: 'module' })
            worker.addEventListener('message', () => resolve(true))
            worker.addEventListener('error', () => resolve(false))
          } catch {
            resolve(false)
          }
        })
        return { compiled, fetched, started }
      })
      expect(ran, name).toEqual({ compiled: false, fetched: false, started: false })
      const asked = await rejection(page, 'microphone:set', { on: true })
      if (name !== 'Prompter') expect(asked, name).toContain('This window may not ask that')
    }
  })
})

test.describe('questions are refused', () => {
  test.use({ provoked: /Error occurred in handler for 'lectern:call'/ })

  test('on an unknown channel, with a bad input, from the wrong window', async ({ lectern }) => {
    const [, [, prompter], [, board]] = (await allWindows(lectern)) as [NamedPage, NamedPage, NamedPage]
    const { desk } = lectern
    for (const channel of ['meeting:destroy', '__proto__', 'constructor', '']) {
      expect(await rejection(desk, channel, null), channel).toContain('no such channel')
    }
    for (const id of ['../../x', '/etc/passwd', '', 42, null]) {
      expect(await rejection(desk, 'meeting:open', { id }), String(id)).toContain('Not a valid meeting:open')
    }
    expect(await rejection(desk, 'meeting:create', { title: 'x'.repeat(1_000) })).toContain('Not a valid')
    const id = meetingId(desk)
    expect(await rejection(desk, 'meeting:open', { id })).toBeNull()
    expect(await rejection(prompter, 'meeting:open', { id })).toBeNull()
    for (const [channel, input] of [
      ['meeting:open', { id }],
      ['library:list', null],
      ['app:info', null],
      ['stage:get', null],
      ['record:export', { meeting: id }],
      ['board:set', { blank: true }],
    ] as const) {
      expect(await rejection(board, channel, input), channel).toContain('This window may not ask that')
    }
    expect(await rejection(prompter, 'author:set', { name: 'x', device: 'y' })).toContain('may not ask')
  })
})
