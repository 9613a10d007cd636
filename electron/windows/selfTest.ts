import { setTimeout } from 'node:timers/promises'

import { BrowserWindow, desktopCapturer, screen, systemPreferences } from 'electron'

import { makePatch, showsPatch, type Bitmap, type Patch } from '../../shared/protection/patch'
import { selfTestWords } from '../../shared/protection/selfTest'
import { accept, refuse, type Result } from '../../shared/result'
import { isWayland } from '../system/wayland'
import { pageUrl } from './scheme'
import { areaOf } from './screens'
import { pagePreferences } from './security'

/** A window is on the screen so long after it was shown, in milliseconds. */
const PAINTED = 400

/** "Not seen" is said after so many looks only: a slow screen or a window on top must not pass for protection. */
const LOOKS = 4

const CONTROL = { width: 160, height: 160 }

/** A small window beside the prompter, with no way to ask for anything, that hides nothing: what the capture must show if it shows anything. */
async function openControl(near: BrowserWindow, patch: Patch): Promise<BrowserWindow> {
  const area = areaOf(near)
  const window = new BrowserWindow({
    ...CONTROL,
    x: area.x + area.width - CONTROL.width,
    y: area.y + area.height - CONTROL.height,
    show: false,
    frame: false,
    focusable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    webPreferences: pagePreferences('prompter'),
  })
  await window.loadURL(pageUrl('prompter', { control: patch.join(' ') }))
  window.showInactive()
  return window
}

/** Pictures of all screens, as large as the largest of them. */
async function capture(): Promise<readonly Bitmap[]> {
  const sizes = screen.getAllDisplays().map(({ size, scaleFactor }) => ({
    width: Math.round(size.width * scaleFactor),
    height: Math.round(size.height * scaleFactor),
  }))
  const thumbnailSize = {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  }
  const sources = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize })
  return sources.map(({ thumbnail }) => ({ bytes: thumbnail.toBitmap(), ...thumbnail.getSize() }))
}

function whyNot(): Result<never> | null {
  if (isWayland())
    return refuse(
      'wayland',
      'On this desktop (Wayland) a program must ask for every capture, so there is nothing to test: take the prompter as visible.',
    )
  if (process.platform === 'darwin' && systemPreferences.getMediaAccessStatus('screen') !== 'granted')
    return refuse(
      'permission',
      'macOS does not let Lectern record the screen, so it cannot test. System Settings, Privacy & Security, Screen Recording lets it.',
    )
  return null
}

/** Captures the screens while the prompter shows `patch`, and says in words whether it was seen. */
export async function testProtection(
  prompter: BrowserWindow,
  patch: Patch,
): Promise<Result<{ words: string }>> {
  const refusal = whyNot()
  if (refusal !== null) return refusal
  const controlPatch = makePatch(Math.random)
  const control = await openControl(prompter, controlPatch)
  const seen = { prompter: false, control: false }
  try {
    for (let look = 0; look < LOOKS && !seen.prompter; look++) {
      prompter.moveTop()
      control.moveTop()
      await setTimeout(PAINTED)
      const pictures = await capture()
      const shows = (wanted: Patch) => pictures.some((picture) => showsPatch(picture, wanted))
      seen.prompter ||= shows(patch)
      seen.control ||= shows(controlPatch)
    }
    return accept({ words: selfTestWords(seen) })
  } catch {
    return refuse('capture', 'The system did not let Lectern capture the screen, so it cannot test.')
  } finally {
    control.destroy()
  }
}
