import type { PageDrawing, Run, Shape } from './pageDrawing'
import { isRule } from './shapes'

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Less than the narrowest letters take, in parts of their size. */
const NARROW = 0.25
const RULES_APART = 3
const SAME_RULE = 0.6

/** The middle of a run of text, which no shape crosses; `y` counts from the paper's upper edge. */
function middleOf({ x, y, size, signs }: Run, height: number): Box {
  const baseline = height - y
  return {
    left: x + 1,
    right: x + 1 + signs * size * NARROW,
    top: baseline - 0.5 * size,
    bottom: baseline - 0.15 * size,
  }
}

function boxOf({ points }: Shape): Box {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

function meet(one: Box, other: Box): boolean {
  return (
    one.left < other.right && other.left < one.right && one.top <= other.bottom && other.top <= one.bottom
  )
}

/** The boxes that reach into each strip of the page, so that only neighbours are compared. */
const STRIP = 20

function inStrips(boxes: readonly Box[]): ReadonlyMap<number, readonly Box[]> {
  const strips = new Map<number, Box[]>()
  for (const box of boxes)
    for (let strip = Math.floor(box.top / STRIP); strip <= Math.floor(box.bottom / STRIP); strip += 1) {
      const there = strips.get(strip) ?? []
      there.push(box)
      strips.set(strip, there)
    }
  return strips
}

/** What shapes of a page lie over its text, or rules so close that they make a picture; null where none do. */
export function overlapFault({ runs, shapes, height }: PageDrawing): string | null {
  const texts = inStrips(runs.map((run) => middleOf(run, height)))
  for (const whole of shapes.map(boxOf)) {
    const box = { ...whole, top: Math.max(0, whole.top), bottom: Math.min(height, whole.bottom) }
    for (let strip = Math.floor(box.top / STRIP); strip <= Math.floor(box.bottom / STRIP); strip += 1)
      if ((texts.get(strip) ?? []).some((text) => meet(box, text))) return 'a shape over its text'
  }
  const rules = shapes.filter(isRule).map(boxOf)
  rules.sort((one, other) => one.top - other.top)
  for (const [index, rule] of rules.entries())
    for (let next = index + 1; next < rules.length; next += 1) {
      const other = rules[next]
      const apart = (other?.top ?? Infinity) - rule.top
      if (other === undefined || apart > RULES_APART) break
      if (apart > SAME_RULE && rule.left < other.right && other.left < rule.right)
        return 'lines that make a picture'
    }
  return null
}
