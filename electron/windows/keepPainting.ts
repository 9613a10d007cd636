import { app } from 'electron'

/**
 * A Board that other windows cover goes on painting: a call that shares its window shows what it paints. No page
 * may slow down, and no system may tell Chromium that a window is covered. Must run before the app is ready.
 */
export function keepPaintingCovered(): void {
  app.commandLine.appendSwitch('disable-backgrounding-occluded-windows')
  app.commandLine.appendSwitch('disable-renderer-backgrounding')
  app.commandLine.appendSwitch('disable-features', 'CalculateNativeWinOcclusion')
}
