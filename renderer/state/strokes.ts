import { DRAWING, type SignOffMark } from '../../shared/meeting/schema'

type Drawn = Extract<SignOffMark, { kind: 'drawn' }>
export type Strokes = Drawn['strokes']

type Point = { readonly x: number; readonly y: number }
type Size = { readonly width: number; readonly height: number }

/** As many strokes and points as a sign-off may have; a longer stroke is thinned out evenly. */
const MOST_STROKES = 200
const MOST_POINTS = 2_000

function scaled(value: number, from: number, to: number): number {
  return Math.round(Math.min(Math.max(value / from, 0), 1) * to)
}

function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= MOST_POINTS) return points
  const step = (points.length - 1) / (MOST_POINTS - 1)
  return Array.from({ length: MOST_POINTS }, (_none, index) => points[Math.round(index * step)]).flatMap(
    (point) => point ?? [],
  )
}

/** Strokes drawn on a field of this size (CSS pixels), in the units of a sign-off; dots and doubles stay one point. */
export function toDrawing(strokes: readonly (readonly Point[])[], field: Size): Strokes {
  return strokes
    .filter((points) => points.length > 0)
    .slice(0, MOST_STROKES)
    .map((points) =>
      thinned(points)
        .map(({ x, y }): [number, number] => [
          scaled(x, field.width, DRAWING.width),
          scaled(y, field.height, DRAWING.height),
        ])
        .filter(([x, y], index, all) => {
          const before = all[index - 1]
          return before === undefined || before[0] !== x || before[1] !== y
        }),
    )
}

/** A stroke as the path data of an SVG; a single point becomes a dot. */
export function strokePath(stroke: Strokes[number]): string {
  const [first, ...rest] = stroke
  if (first === undefined) return ''
  const more = rest.length === 0 ? 'l0 0' : rest.map(([x, y]) => `L${x} ${y}`).join('')
  return `M${first[0]} ${first[1]}${more}`
}
