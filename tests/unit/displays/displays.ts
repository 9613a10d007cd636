import { nameDisplays, type Named } from '../../../shared/displays/names'
import type { Display } from '../../../shared/displays/schema'

/** A display at `x`, 1920 × 1080 unless said otherwise. */
export function display(id: number, label: string, x: number, other: Partial<Display> = {}): Display {
  const bounds = { x, y: 0, width: 1920, height: 1080 }
  return { id, label, bounds, workArea: bounds, scale: 1, internal: false, ...other }
}

export const laptop = display(1, 'Color LCD', 0, { internal: true })
export const projector = display(2, 'EPSON PJ', 1920)
export const monitor = display(3, 'DELL U2720Q', 3840)

/** A display by its name, among others. */
export function named(name: string, ...displays: readonly Display[]): Named {
  const found = nameDisplays(displays).find((each) => each.name.startsWith(name))
  if (found === undefined) throw new Error(`There is no display ${name}`)
  return found
}
