import { readFileSync, rmSync } from 'node:fs'

import { z } from 'zod'

import type { Lectern } from '../../helpers/lectern'

/** One frame as the compositor drew it: when, in milliseconds, and how far down the screen the tall layer was put. */
export type Frame = { readonly at: number; readonly y: number }

/**
 * Chromium writes down what each frame is made of under this name: every layer drawn, with the matrix it was drawn
 * by. That is what is seen, whatever the page believes.
 */
const CATEGORY = 'disabled-by-default-viz.quads'

const quadSchema = z.object({
  layer_content_rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  transform: z.array(z.number()).length(16),
})
const snapshotSchema = z.object({
  pid: z.number(),
  ts: z.number(),
  name: z.literal('cc::LayerTreeHostImpl'),
  args: z.object({
    snapshot: z.object({
      frame: z.object({ render_passes: z.array(z.object({ shared_quad_state_list: z.array(quadSchema) })) }),
    }),
  }),
})

/** Where a matrix, written row by row, puts things in the vertical. */
const DOWN = 7

/** The tallest layer of each frame that a process drew. A window's own ground is no taller than the window. */
export function framesIn(trace: unknown, pid: number, taller: number): readonly Frame[] {
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(trace)
  return traceEvents.flatMap((event) => {
    const read = snapshotSchema.safeParse(event)
    if (!read.success || read.data.pid !== pid) return []
    const quads = read.data.args.snapshot.frame.render_passes.flatMap((pass) => pass.shared_quad_state_list)
    const heightOf = (quad: (typeof quads)[number]) => quad.layer_content_rect[3]
    const [tallest] = quads.toSorted((one, other) => heightOf(other) - heightOf(one))
    if (tallest === undefined || heightOf(tallest) <= taller) return []
    // Chromium keeps the numbers of the matrix small, and moves what is left over into the layer's own rectangle.
    const y = (tallest.transform[DOWN] ?? Number.NaN) + tallest.layer_content_rect[1]
    return [{ at: read.data.ts / 1000, y }]
  })
}

const pause = (milliseconds: number) =>
  new Promise<void>((done) => {
    setTimeout(done, milliseconds)
  })

/** What the compositor drew of the window with this title for so many seconds. */
export async function record(lectern: Lectern, title: string, seconds: number): Promise<readonly Frame[]> {
  const { electron } = lectern
  const window = await electron.evaluate(({ BrowserWindow }, start) => {
    const found = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith(start))
    return { pid: found?.webContents.getOSProcessId() ?? 0, height: found?.getContentSize()[1] ?? 0 }
  }, title)
  await electron.evaluate(
    ({ contentTracing }, category) =>
      contentTracing.startRecording({ included_categories: [category], excluded_categories: ['*'] }),
    CATEGORY,
  )
  await pause(seconds * 1000)
  const path = await electron.evaluate(({ contentTracing }) => contentTracing.stopRecording())
  try {
    return framesIn(JSON.parse(readFileSync(path, 'utf8')), window.pid, window.height)
  } finally {
    rmSync(path, { force: true })
  }
}

/** What frames say about a movement that should be even. */
export type Movement = {
  /** Between one frame and the next, in milliseconds. */
  readonly frameTimes: readonly number[]
  /** How much each frame's advance differs from the usual one, in pixels. */
  readonly advanceErrors: readonly number[]
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * The evenness of a movement. `legs` are recordings of it, one after the other. A layer that was put together anew
 * stands elsewhere on its own ruler; that one step is left out, and counted in its time.
 */
export function movementOf(legs: readonly (readonly Frame[])[]): Movement {
  const steps = legs.flatMap((frames) =>
    frames.slice(1).map(({ at, y }, index) => {
      const before = frames[index] ?? { at, y }
      return { time: at - before.at, advance: before.y - y }
    }),
  )
  const usual = median(steps.map(({ advance }) => advance))
  const moved = steps.filter(({ advance }) => Math.abs(advance) < 200)
  return {
    frameTimes: steps.map(({ time }) => time),
    advanceErrors: moved.map(({ advance }) => Math.abs(advance - usual)),
  }
}
