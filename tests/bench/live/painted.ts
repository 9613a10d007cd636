import type { Page } from 'playwright'

/** What shows on a page that a key has done its work. */
export type Sign = {
  readonly selector: string
  /** `there`: the element is; `empty`: the field is; `changed`: its text is another than at the key. */
  readonly is: 'there' | 'empty' | 'changed'
}

/** What was noted of each press: until the frame was painted in ms, and how many frames began until then. */
export type Answers = { readonly ms: number[]; readonly frames: number[] }

type Watched = { benchSamples?: Answers }

/**
 * From now on notes, for each press of the key, the milliseconds until the frame that shows its sign has been
 * painted. Begins with the time stamp the browser gave the key.
 */
export async function watchKey(page: Page, key: string, sign: Sign): Promise<void> {
  await page.evaluate(
    ({ wanted, selector, is }) => {
      const samples: { ms: number[]; frames: number[] } = { ms: [], frames: [] }
      ;(globalThis as Watched).benchSamples = samples
      const textOf = () => document.querySelector(selector)?.textContent ?? ''
      function holds(before: string): boolean {
        const element = document.querySelector(selector)
        if (is === 'there') return element !== null
        if (is === 'changed') return textOf() !== before
        return element instanceof HTMLInputElement && element.value === ''
      }
      function whenPainted(work: () => void): void {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', work)
        port1.start()
        port2.postMessage(null)
      }
      const onKey = ({ key: pressed, timeStamp }: KeyboardEvent) => {
        if (pressed !== wanted) return
        const before = textOf()
        let frames = 0
        const look = () => {
          frames += 1
          if (!holds(before)) {
            requestAnimationFrame(look)
            return
          }
          whenPainted(() => {
            samples.ms.push(performance.now() - timeStamp)
            samples.frames.push(frames)
          })
        }
        requestAnimationFrame(look)
      }
      addEventListener('keydown', onKey, true)
      Object.assign(globalThis, { benchStop: () => removeEventListener('keydown', onKey, true) })
    },
    { wanted: key, ...sign },
  )
}

/** How many keys have been answered so far. */
export function answered(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as Watched).benchSamples?.ms.length ?? 0)
}

/** Ends the watch and gives what it has noted. */
export function stopWatch(page: Page): Promise<Answers> {
  return page.evaluate(() => {
    ;(globalThis as { benchStop?: () => void }).benchStop?.()
    return (globalThis as Watched).benchSamples ?? { ms: [], frames: [] }
  })
}

/** The time between frames, so many times. */
export function frameTimes(page: Page, frames: number): Promise<number[]> {
  return page.evaluate(
    (count) =>
      new Promise<number[]>((done) => {
        const times: number[] = []
        let last = 0
        const next = (now: number) => {
          if (last > 0) times.push(now - last)
          last = now
          if (times.length < count) requestAnimationFrame(next)
          else done(times)
        }
        requestAnimationFrame(next)
      }),
    frames,
  )
}
