import { dictAt } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import type { PdfPage } from '../pdf/pages'
import type { PdfDict, PdfValue } from '../pdf/values'
import { ACCENT, ALARM, HAIRLINE, INK, PALE_ACCENT, QUIET } from '../record/pdf'
import { operatorFault } from './operators'

export type Point = readonly [x: number, y: number]

/** A filled or stroked shape in points from the page's upper left corner; `color` is `#rrggbb`. */
export type Shape = {
  readonly kind: 'fill' | 'stroke'
  readonly color: string
  readonly points: readonly Point[]
}

/** A run of text: where its baseline begins, from the page's lower left corner, its size and number of signs. */
export type Run = { readonly x: number; readonly y: number; readonly size: number; readonly signs: number }

const COLORS = [INK, QUIET, HAIRLINE, ACCENT, PALE_ACCENT, ALARM]
const WIDEST_LINE = 1.25
const MARK_SIZE = 170
const MARK_OPACITY = 0.08
const SIZES = { least: 5, most: 40 } as const
const MOST_SPACING = 3
const MOST_KERNING = 600

type State = {
  readonly place: 'page' | 'upright' | 'mark'
  readonly fill: string | null
  readonly stroke: string | null
  readonly fillOpacity: number
  readonly strokeOpacity: number
  readonly fontSize: number
}

function numbersOf(operands: readonly PdfValue[]): readonly number[] {
  return operands.flatMap((value) => (value.kind === 'number' ? [value.value] : []))
}

function colorOf(numbers: readonly number[]): string | null {
  const hex = numbers
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
  return COLORS.find((color) => color.toLowerCase() === `#${hex}`) ?? null
}

function signsIn(value: PdfValue | undefined): number {
  if (value?.kind === 'string') return value.bytes.length >> 1
  return value?.kind === 'array' ? value.items.reduce((sum, item) => sum + signsIn(item), 0) : 0
}

/** Follows what a page draws, operator by operator, and says what Lectern would not draw. */
export class PageDrawing {
  readonly shapes: Shape[] = []
  readonly runs: Run[] = []
  readonly #states: State[] = []
  readonly #opacities: PdfDict | null
  readonly #resolve: PdfDocument['resolve']
  readonly #size: Point
  readonly #isDraft: boolean
  #state: State = {
    place: 'upright',
    fill: INK,
    stroke: INK,
    fillOpacity: 1,
    strokeOpacity: 1,
    fontSize: 0,
  }
  #path: Point[] = []
  #marks = 0
  #text: { x: number; y: number } | null = null

  constructor({ dict, mediaBox }: PdfPage, { resolve }: PdfDocument, isDraft: boolean) {
    this.#resolve = resolve
    this.#opacities = dictAt(dictAt(dict, 'Resources', resolve), 'ExtGState', resolve)
    this.#size = [mediaBox?.[2] ?? 0, mediaBox?.[3] ?? 0]
    this.#isDraft = isDraft
  }

  /** The height of the page. */
  get height(): number {
    return this.#size[1]
  }

  /** What is wrong with the next operator, in words, or null. */
  draw(operator: string, operands: readonly PdfValue[]): string | null {
    const fault = operatorFault(operator, operands)
    if (fault !== null) return fault
    const numbers = numbersOf(operands)
    switch (operator) {
      case 'q':
        this.#states.push(this.#state)
        return this.#states.length > 8 ? 'too many layers' : null
      case 'Q':
        return this.#restore()
      case 'cm':
        return this.#place(numbers)
      case 'gs':
        return this.#opacity(operands[0])
      case 'cs':
      case 'CS':
        return operands[0]?.kind === 'name' && operands[0].name === 'DeviceRGB' ? null : 'other colours'
      case 'scn':
      case 'SCN':
        return this.#color(operator, numbers)
      case 'w':
        return (numbers[0] ?? Infinity) <= WIDEST_LINE ? null : 'a broad line'
      case 'd':
        return operands[0]?.kind === 'array' && operands[0].items.length === 0 ? null : 'a dashed line'
      default:
        return 'BT ET Tm Tf TJ Tc'.split(' ').includes(operator)
          ? this.#drawText(operator, operands, numbers)
          : this.#drawPath(operator, numbers)
    }
  }

  /** What is wrong with the page's end. */
  end(): string | null {
    return this.#states.length === 0 && this.#text === null ? null : 'a drawing that is not finished'
  }

  #restore(): string | null {
    const state = this.#states.pop()
    if (state === undefined) return 'a drawing that is put together otherwise'
    this.#state = state
    return null
  }

  /** Pages are drawn from the upper left corner, and each text upright again; a draft has one slanting word. */
  #place(numbers: readonly number[]): string | null {
    const { place } = this.#state
    const [a, b, c, d, e, f = 0] = numbers
    const flips = a === 1 && b === 0 && c === 0 && d === -1 && e === 0 && Math.abs(f - this.#size[1]) < 0.01
    if (flips && place !== 'mark') {
      this.#state = { ...this.#state, place: place === 'page' ? 'upright' : 'page' }
      return null
    }
    if (flips && this.#marks === 1) return null
    if (!this.#isDraft || this.#marks > 0 || place !== 'page') return 'something turned, moved or resized'
    this.#marks += 1
    this.#state = { ...this.#state, place: 'mark' }
    return null
  }

  #opacity(name: PdfValue | undefined): string | null {
    const dict = dictAt(this.#opacities, name?.kind === 'name' ? name.name : '', this.#resolve)
    if (dict === null) return 'something see-through'
    const at = (key: string, before: number): number => {
      const value = dict.entries.has(key) ? this.#resolve(dict.entries.get(key)) : null
      return value === null ? before : value.kind === 'number' ? value.value : -1
    }
    const { fillOpacity, strokeOpacity } = this.#state
    this.#state = {
      ...this.#state,
      fillOpacity: at('ca', fillOpacity),
      strokeOpacity: at('CA', strokeOpacity),
    }
    return null
  }

  #color(operator: string, numbers: readonly number[]): string | null {
    const color = numbers.length === 3 ? colorOf(numbers) : null
    if (color === null) return 'a colour that records do not have'
    this.#state = { ...this.#state, ...(operator === 'scn' ? { fill: color } : { stroke: color }) }
    return null
  }

  #drawText(operator: string, operands: readonly PdfValue[], numbers: readonly number[]): string | null {
    if (operator === 'BT' || operator === 'ET') {
      if ((this.#text === null) !== (operator === 'BT')) return 'a text within a text'
      this.#text = operator === 'BT' ? { x: -1, y: -1 } : null
      return null
    }
    if (operator === 'Tc') return Math.abs(numbers[0] ?? Infinity) <= MOST_SPACING ? null : 'spread letters'
    if (operator === 'Tf') return this.#font(numbers[0] ?? 0)
    if (this.#text === null) return 'a text outside of texts'
    if (operator === 'TJ') return this.#show(operands[0])
    const [a, b, c, d, x = -1, y = -1] = numbers
    if (a !== 1 || b !== 0 || c !== 0 || d !== 1) return 'a text that is turned or stretched'
    this.#text = { x, y }
    return null
  }

  #font(size: number): string | null {
    const isMark = this.#state.place === 'mark' && size === MARK_SIZE
    this.#state = { ...this.#state, fontSize: size }
    return isMark || (size >= SIZES.least && size <= SIZES.most) ? null : 'letters of another size'
  }

  #show(value: PdfValue | undefined): string | null {
    const { place, fillOpacity, fill, fontSize } = this.#state
    const items = value?.kind === 'array' ? value.items : []
    if (numbersOf(items).some((kerning) => Math.abs(kerning) > MOST_KERNING))
      return 'letters apart from their text'
    if (place === 'mark') return fillOpacity === MARK_OPACITY ? null : 'something over its text'
    const { x, y } = this.#text ?? { x: -1, y: -1 }
    const [width, height] = this.#size
    if (place !== 'upright' || x < 0 || y < 0 || x > width || y > height) return 'a text beyond its edge'
    if (fillOpacity !== 1 || fill === HAIRLINE || fill === PALE_ACCENT) return 'a text that is hard to see'
    this.runs.push({ x, y, size: fontSize, signs: signsIn(value) })
    return null
  }

  #drawPath(operator: string, numbers: readonly number[]): string | null {
    const [x = 0, y = 0, width = 0, height = 0] = numbers
    if (operator === 'm' && this.#path.length > 0) return 'a shape in several pieces'
    if (operator === 'm' || operator === 'l') this.#path.push([x, y])
    if (operator === 're') {
      if (this.#path.length > 0) return 'a shape in several pieces'
      this.#path.push([x, y], [x + width, y], [x + width, y + height], [x, y + height])
    }
    return operator === 'f' || operator === 'S' ? this.#paint(operator) : null
  }

  #paint(operator: string): string | null {
    const { place, fill, stroke, fillOpacity, strokeOpacity } = this.#state
    const points = this.#path
    this.#path = []
    if (points.length === 0) return null
    if (place !== 'page') return 'a shape that is turned'
    const [kind, color, opacity] =
      operator === 'f' ? (['fill', fill, fillOpacity] as const) : (['stroke', stroke, strokeOpacity] as const)
    if (opacity !== 1 || color === null) return 'something see-through'
    this.shapes.push({ kind, color, points })
    return null
  }
}
