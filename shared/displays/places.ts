import type { Named } from './names'
import type { ChosenDisplays, DisplaysState, PlacedWindow, Rect } from './schema'

function overlap(one: Rect, other: Rect): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** The display most of a window lies on, or null where it lies on none. */
export function displayOf(window: Rect, displays: readonly Named[]): Named | null {
  let best: Named | null = null
  let most = 0
  for (const each of displays) {
    const shared = overlap(window, each.display.bounds)
    if (shared > most) [best, most] = [each, shared]
  }
  return best
}

/** Whether a window has to be fetched: less than half of it lies on any display. */
export function isLost(window: Rect, displays: readonly Named[]): boolean {
  const seen = displays.map(({ display }) => overlap(window, display.bounds))
  return seen.reduce((sum, each) => sum + each, 0) < (window.width * window.height) / 2
}

/** Whether one display shows what another does: they then lie in the same place. */
export function isMirrored(displays: readonly Named[]): boolean {
  return displays.some(({ display }, index) =>
    displays.slice(index + 1).some(({ display: other }) => {
      const smaller = Math.min(
        display.bounds.width * display.bounds.height,
        other.bounds.width * other.bounds.height,
      )
      return overlap(display.bounds, other.bounds) > smaller / 2
    }),
  )
}

/** Whether prompter and Board lie on one display. */
export function isShared({ prompter, board }: Pick<DisplaysState, PlacedWindow>): boolean {
  return prompter.on !== null && prompter.on === board.on
}

/** What is known when a window needs a display. Displays are named by their keys. */
export type Situation = {
  readonly displays: readonly Named[]
  /** What was chosen for these displays, the last time they were all there. */
  readonly chosen: ChosenDisplays
  /** Where each was put last by a person, or opened. */
  readonly homes: ChosenDisplays
  /** Where each is now; null while it is closed, or where its display has gone. */
  readonly now: ChosenDisplays
  readonly desk: string | null
}

/** A display for a window nobody has chosen one for: the Board away from the Desk, the prompter away from the Board. */
function unchosen(kind: PlacedWindow, { displays, chosen, now, desk }: Situation): Named | undefined {
  const other = kind === 'board' ? (now.prompter ?? chosen.prompter) : (now.board ?? chosen.board)
  const free = displays.filter(({ key }) => key !== other)
  if (kind === 'prompter') {
    return (
      free.find(({ key }) => key === desk) ??
      free.find(({ display }) => display.internal) ??
      free[0] ??
      displays[0]
    )
  }
  const away = free.filter(({ key }) => key !== desk)
  return (
    away.find(({ display }) => !display.internal) ??
    away[0] ??
    displays.find(({ key }) => key !== desk) ??
    displays[0]
  )
}

/**
 * The display a window belongs on: the one chosen for this set of displays, else the one it had, else the one it
 * is on, else the one that suits it best. Null only where there is no display at all.
 */
export function displayFor(kind: PlacedWindow, situation: Situation): Named | null {
  const { displays, chosen, homes, now } = situation
  const wanted = [chosen[kind], homes[kind], now[kind]]
  for (const key of wanted) {
    const found = displays.find((each) => each.key === key)
    if (found !== undefined) return found
  }
  return unchosen(kind, situation) ?? null
}

/** Where the windows that are open belong, once the displays have changed. The Board is placed first. */
export function placesAfter(
  situation: Situation,
  open: readonly PlacedWindow[],
): Readonly<Record<PlacedWindow, Named | null>> {
  const board = open.includes('board') ? displayFor('board', situation) : null
  const now = { ...situation.now, board: board?.key ?? null }
  const prompter = open.includes('prompter') ? displayFor('prompter', { ...situation, now }) : null
  return { prompter, board }
}

/** A window's place on another display: as large as there is room for, and at the same place in it. */
export function moveInto(window: Rect, from: Rect | null, to: Rect): Rect {
  const width = Math.min(window.width, to.width)
  const height = Math.min(window.height, to.height)
  const share = (at: number, start: number, room: number) => (room <= 0 ? 0.5 : (at - start) / room)
  const [across, down] =
    from === null
      ? [0.5, 0.5]
      : [
          share(window.x, from.x, from.width - window.width),
          share(window.y, from.y, from.height - window.height),
        ]
  const within = (value: number) => Math.min(1, Math.max(0, value))
  return {
    x: Math.round(to.x + within(across) * (to.width - width)),
    y: Math.round(to.y + within(down) * (to.height - height)),
    width,
    height,
  }
}

/** A window pushed by a step, but never so far that less than its top corner can be reached. */
export function pushed(
  window: Rect,
  by: Rect,
  smallest: { width: number; height: number },
  area: Rect,
): Rect {
  const width = Math.min(area.width, Math.max(smallest.width, window.width + by.width))
  const height = Math.min(area.height, Math.max(smallest.height, window.height + by.height))
  return {
    x: Math.min(area.x + area.width - width, Math.max(area.x, window.x + by.x)),
    y: Math.min(area.y + area.height - height, Math.max(area.y, window.y + by.y)),
    width,
    height,
  }
}
