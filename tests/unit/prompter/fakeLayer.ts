import { createScroller, type Scroller, type ScrollLayout } from '../../../renderer/prompter/scroller'
import { trackOf } from '../../../shared/script/pace'

/** An animation as a page has it: it waits for the next frame unless it is told when it began. */
export type Played = {
  startTime: number | null
  readonly currentTime: number
  onfinish: (() => void) | null
  readonly seconds: number
  readonly frames: readonly Keyframe[]
  cancel: () => void
}

/** A scroller of a layer that is moved by nothing but its animations, which are all kept. */
export type Staged = {
  readonly scroller: Scroller
  readonly played: readonly Played[]
  /** Lets so many seconds pass: what waited for a frame begins at their end. */
  readonly pass: (seconds: number) => void
  /** Puts the clock to so many seconds after the last animation began. */
  readonly after: (seconds: number) => void
}

/** A scroller at this pace with nothing laid out yet. */
export function stage(pace: number): Staged {
  let now = 5_000
  const played: Played[] = []
  const clock = () => now
  const begin = () => {
    for (const each of played) each.startTime ??= now
  }
  const animate = (frames: readonly Keyframe[], { duration }: { duration: number }): Played => {
    const animation: Played = {
      startTime: null,
      get currentTime() {
        return animation.startTime === null ? 0 : clock() - animation.startTime
      },
      onfinish: null,
      seconds: duration / 1000,
      frames,
      cancel: () => undefined,
    }
    played.push(animation)
    return animation
  }
  const layer = { style: { transform: '' }, animate } as unknown as HTMLElement
  return {
    scroller: createScroller(layer, pace, clock),
    played,
    pass: (seconds) => {
      now += seconds * 1000
      begin()
      const last = played.at(-1)
      if (last !== undefined && last.currentTime >= last.seconds * 1000) last.onfinish?.()
    },
    after: (seconds) => {
      begin()
      now = (played.at(-1)?.startTime ?? now) + seconds * 1000
    },
  }
}

/** So many lines of ten words, each so high. */
export function layout(lines: number, height: number): ScrollLayout {
  const all = Array.from({ length: lines }, (_, at) => ({
    top: at * height,
    bottom: (at + 1) * height,
    words: 10,
  }))
  return { track: trackOf(all), line: 200, origin: 0 }
}
