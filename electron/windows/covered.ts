/** A part of the desktop, in the system's units. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A window that lies over so much of another one covers it. */
const MOST = 0.5

function overlap(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

/** Whether one of the windows that lie above `window` hides most of it. */
export function isCovered(window: Area, above: readonly Area[]): boolean {
  return above.some((other) => overlap(window, other) > MOST * window.width * window.height)
}
