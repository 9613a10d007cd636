import type { Display, NamedDisplay } from './schema'

/** A display with what it is called. */
export type Named = NamedDisplay & { readonly display: Display }

type Axis = 'x' | 'y'

const WORDS: Readonly<Record<Axis, readonly [string, string, string]>> = {
  x: ['left', 'middle', 'right'],
  y: ['upper', 'middle', 'lower'],
}

function baseName({ label, internal }: Display): string {
  const name = label.trim()
  if (name !== '') return name
  return internal ? 'Built-in display' : 'Display'
}

/** In the display's own pixels, which stay the same when the system's text is made larger. */
function sizeOf({ bounds, scale }: Display): string {
  return `${Math.round(bounds.width * scale)} × ${Math.round(bounds.height * scale)}`
}

/** The direction in which displays of one name lie apart the most. */
function axisOf(displays: readonly Display[]): Axis {
  const spread = (axis: Axis) => {
    const places = displays.map(({ bounds }) => bounds[axis])
    return Math.max(...places) - Math.min(...places)
  }
  return spread('x') >= spread('y') ? 'x' : 'y'
}

/** Which of its namesakes a display is: by the side it lies on, or by number where that would not tell. */
function whichOf(display: Display, namesakes: readonly Display[]): string {
  const axis = axisOf(namesakes)
  const places = namesakes.map(({ bounds }) => bounds[axis]).toSorted((a, b) => a - b)
  const distinct = new Set(places).size === namesakes.length
  const [first, middle, last] = WORDS[axis]
  const place = places.indexOf(display.bounds[axis])
  if (distinct && namesakes.length === 2) return place === 0 ? first : last
  if (distinct && namesakes.length === 3) return [first, middle, last][place] ?? middle
  return String(namesakes.indexOf(display) + 1)
}

const byPlace = (one: Display, other: Display) =>
  one.bounds.x - other.bounds.x || one.bounds.y - other.bounds.y || one.id - other.id

/**
 * Names displays for people: the system's name with a word for the side where two have the same, the size, and
 * whether it is built in. The key is made of the name and size, so it is the same when a display comes back.
 */
export function nameDisplays(displays: readonly Display[]): readonly Named[] {
  const inOrder = displays.toSorted(byPlace)
  const sort = (display: Display) => `${baseName(display)} ${sizeOf(display)}`
  return inOrder.map((display) => {
    const namesakes = inOrder.filter((each) => baseName(each) === baseName(display))
    const name =
      namesakes.length === 1 ? baseName(display) : `${baseName(display)} (${whichOf(display, namesakes)})`
    const builtIn = display.internal && display.label.trim() !== '' ? ', built-in' : ''
    const same = inOrder.filter((each) => sort(each) === sort(display))
    const key = same.length === 1 ? sort(display) : `${sort(display)} #${same.indexOf(display) + 1}`
    return { key, name, words: `${name}, ${sizeOf(display)}${builtIn}`, display }
  })
}

/** The name of a set of displays, whatever their order. */
export function setKey(displays: readonly NamedDisplay[]): string {
  return displays
    .map(({ key }) => key)
    .toSorted()
    .join(' + ')
}

/** Displays whose key has changed because their size has: the old key and the new one. */
export function renamed(before: readonly Named[], after: readonly Named[]): ReadonlyMap<string, string> {
  const pairs = before.flatMap(({ key, display: { id } }) => {
    const now = after.find((each) => each.display.id === id)
    const known = now === undefined || now.key === key || after.some((each) => each.key === key)
    return known ? [] : [[key, now.key] as const]
  })
  return new Map(pairs)
}
