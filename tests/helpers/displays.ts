import type { Lectern } from './lectern'

/** A display as a test makes one up: its name, and its place on the one real screen. */
export type FakeDisplay = {
  readonly id: number
  readonly label: string
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly internal?: boolean
}

/** Makes the system tell of these displays from now on, as when one is plugged in or out. */
export async function plug(lectern: Lectern, displays: readonly FakeDisplay[]): Promise<void> {
  await lectern.electron.evaluate(({ screen }, fakes) => {
    const [real] = screen.getAllDisplays()
    if (real === undefined) throw new Error('There is no display')
    const now = fakes.map(({ bounds, internal = false, ...fake }) => ({
      ...real,
      ...fake,
      bounds,
      internal,
      workArea: bounds,
      size: bounds,
      workAreaSize: bounds,
      scaleFactor: 1,
    }))
    screen.getAllDisplays = () => now
    screen.emit('display-metrics-changed')
  }, displays)
}

/** Where the window that is titled so lies, whether in full screen, on top of others, and seen. */
export function stateOf(lectern: Lectern, title: string) {
  return lectern.electron.evaluate(({ BrowserWindow }, start) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith(start))
    if (window === undefined) return null
    return {
      id: window.id,
      bounds: window.getBounds(),
      isFull: window.isFullScreen(),
      isOnTop: window.isAlwaysOnTop(),
      isFocused: window.isFocused(),
      isVisible: window.isVisible(),
    }
  }, title)
}

/** Puts a window somewhere, as a person does who drags it. */
export async function drag(lectern: Lectern, title: string, bounds: FakeDisplay['bounds']): Promise<void> {
  await lectern.electron.evaluate(
    ({ BrowserWindow }, [start, place]) => {
      BrowserWindow.getAllWindows()
        .find((each) => each.getTitle().startsWith(start))
        ?.setBounds(place)
    },
    [title, bounds] as const,
  )
}
