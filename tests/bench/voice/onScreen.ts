import type { Page } from 'playwright'

/** What a look at a prompter saw: when, in seconds of the page's clock, and how many words had passed its reading line. */
export type Look = { readonly at: number; readonly words: number; readonly status: string }

/** How many words had been heard by when. */
export type Heard = { readonly at: number; readonly words: number }

export type Watched = { readonly looks: readonly Look[]; readonly heard: readonly Heard[] }

type Noted = {
  soundFrom?: number | null
  looking?: {
    readonly looks: { readonly at: number; readonly words: number; readonly status: string }[]
    readonly heard: { readonly at: number; readonly words: number }[]
    readonly stop: () => void
  }
}

/** Louder than this is the recording and not the silence before it. */
export const AUDIBLE = 0.004

/**
 * Listens in the page for the first sound of the microphone that the app opens next, besides the app: the recording
 * begins so much before it. What the app itself hears is left as it is.
 */
export async function awaitSound(prompter: Page): Promise<void> {
  await prompter.evaluate((audible) => {
    const noted = globalThis as Noted
    noted.soundFrom = null
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    const rate = 16_000
    devices.getUserMedia = async (asked) => {
      const stream = await open(asked)
      devices.getUserMedia = open
      const context = new AudioContext({ sampleRate: rate })
      const analyser = new AnalyserNode(context, { fftSize: 2048 })
      context.createMediaStreamSource(stream).connect(analyser)
      const samples = new Float32Array(analyser.fftSize)
      const timer = setInterval(() => {
        analyser.getFloatTimeDomainData(samples)
        const first = samples.findIndex((sample) => Math.abs(sample) > audible)
        if (first < 0) return
        noted.soundFrom = performance.now() / 1000 - (samples.length - first) / rate
        clearInterval(timer)
        void context.close()
      }, 10)
      return stream
    }
  }, AUDIBLE)
}

/** When the first sound was heard, in seconds of the page's clock; null before. */
export function soundFrom(prompter: Page): Promise<number | null> {
  return prompter.evaluate(() => (globalThis as Noted).soundFrom ?? null)
}

/**
 * From now on looks at the script every so often, in milliseconds, and at what is heard when that changes. The lines
 * are measured once, word by word: only the script's place is looked at, so that looking costs next to nothing.
 */
export async function watchScript(prompter: Page, every: number): Promise<void> {
  await prompter.evaluate((pause) => {
    const script = document.querySelector('.script')
    const pace = document.querySelector<HTMLElement>('output[aria-label="Pace"]')
    const paragraphs = [...document.querySelectorAll<HTMLElement>('.cue-text [data-words]')]
    const [first] = paragraphs
    if (script === null || pace === null || first === undefined) throw new Error('There is no script')
    const height = Number.parseFloat(getComputedStyle(first).lineHeight)
    const origin = first.getBoundingClientRect().top
    const lines: { top: number; before: number; words: number }[] = []
    let count = 0
    for (const paragraph of paragraphs) {
      const own = Number(paragraph.dataset['words'])
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      const tops: number[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.parentElement?.closest('[data-unspoken]')) continue
        for (const { index, 0: text } of (node.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + text.length)
          const box = range.getBoundingClientRect()
          tops.push(box.top + box.height / 2 - height / 2 - origin)
        }
      }
      for (const top of tops) {
        const share = own / tops.length
        const last = lines.at(-1)
        if (last !== undefined && Math.abs(last.top - top) < height / 2) last.words += share
        else lines.push({ top, before: count, words: share })
        count += share
      }
    }
    const frame = script.getBoundingClientRect()
    const line = frame.top + frame.height / 3
    const wordsAt = (y: number) => {
      const at = lines.findLast(({ top }) => top <= y + 0.5)
      return at === undefined ? 0 : at.before + at.words * Math.min(1, Math.max(0, (y - at.top) / height))
    }
    const noted: NonNullable<Noted['looking']> = {
      looks: [],
      heard: [],
      stop: () => {
        clearInterval(timer)
        watcher.disconnect()
      },
    }
    const look = () => {
      const words = wordsAt(line - first.getBoundingClientRect().top)
      noted.looks.push({ at: performance.now() / 1000, words, status: pace.dataset['voice'] ?? '' })
    }
    const timer = setInterval(look, pause)
    const watcher = new MutationObserver(() => {
      const heard = pace.dataset['heard'] ?? ''
      if (heard !== '') noted.heard.push({ at: performance.now() / 1000, words: Number(heard) + 1 })
    })
    watcher.observe(pace, { attributeFilter: ['data-heard'] })
    ;(globalThis as Noted).looking = noted
  }, every)
}

/** Ends looking, and gives what was seen. */
export function seen(prompter: Page): Promise<Watched> {
  return prompter.evaluate(() => {
    const { looking } = globalThis as Noted
    looking?.stop()
    return { looks: looking?.looks ?? [], heard: looking?.heard ?? [] }
  })
}
