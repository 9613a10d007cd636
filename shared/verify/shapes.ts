import type { PdfNode, Stroke } from '../record/pdf'
import type { Point, Shape } from './pageDrawing'

/** Writers round to six places. */
const TOLERANCE = 0.02

function shapeOf(stroke: Stroke): Shape {
  switch (stroke.type) {
    case 'rect': {
      const { x, y, w, h, color } = stroke
      const points: readonly Point[] = [[x, y], [x + w, y], [x + w, y + h], [x, y + h]] // prettier-ignore
      return { kind: 'fill', color, points }
    }
    case 'line': {
      const { x1, y1, x2, y2, lineColor } = stroke
      return { kind: 'stroke', color: lineColor, points: [[x1, y1], [x2, y2]] } // prettier-ignore
    }
    case 'polyline': {
      const points = stroke.points.map(({ x, y }): Point => [x, y])
      return 'color' in stroke
        ? { kind: 'fill', color: stroke.color, points }
        : { kind: 'stroke', color: stroke.lineColor, points }
    }
  }
}

/** Whether a shape is a rule of a table or the like, which are many and say nothing. */
export function isRule({ kind, points }: Shape): boolean {
  const [from, to, ...more] = points
  return kind === 'stroke' && more.length === 0 && from !== undefined && to !== undefined && from[1] === to[1]
}

/** Every shape that nodes of a record draw, rules apart. */
export function shapesOf(nodes: readonly (PdfNode | Record<string, never>)[]): readonly Shape[] {
  return nodes.flatMap((node): readonly Shape[] => {
    if ('canvas' in node) return node.canvas.map(shapeOf).filter((shape) => !isRule(shape))
    if ('stack' in node) return shapesOf(node.stack)
    if ('columns' in node) return shapesOf(node.columns)
    return 'table' in node ? node.table.body.flatMap((row) => shapesOf(row as readonly PdfNode[])) : []
  })
}

function isSame(one: Shape, other: Shape): boolean {
  const [[left = 0, top = 0] = [], [x = 0, y = 0] = []] = [one.points[0], other.points[0]]
  return one.points.every((point, index) => {
    const [at = Infinity, down = Infinity] = other.points[index] ?? []
    return (
      Math.abs(point[0] - left - (at - x)) < TOLERANCE && Math.abs(point[1] - top - (down - y)) < TOLERANCE
    )
  })
}

/** Whether two lists hold the same shapes, wherever and in whatever order they are drawn; rules do not count. */
export function sameShapes(drawn: readonly Shape[], expected: readonly Shape[]): boolean {
  const left = new Map<string, Shape[]>()
  const keyOf = ({ kind, color, points }: Shape) => `${kind} ${color} ${points.length}`
  for (const shape of expected) {
    const alike = left.get(keyOf(shape)) ?? []
    alike.push(shape)
    left.set(keyOf(shape), alike)
  }
  const shapes = drawn.filter((shape) => !isRule(shape))
  if (shapes.length !== expected.length) return false
  return shapes.every((shape) => {
    const alike = left.get(keyOf(shape)) ?? []
    const at = alike.findIndex((other) => isSame(shape, other))
    if (at >= 0) alike.splice(at, 1)
    return at >= 0
  })
}
