import type { Stage } from '../../state/route'
import { panelId } from './stageIds'

/**
 * Puts the focus where work at a stage begins: its element marked `data-begin`, else the stage itself.
 * Waits for the next frame, so the stage has been drawn.
 */
export function focusStage(stage: Stage): void {
  requestAnimationFrame(() => {
    const panel = document.getElementById(panelId)
    const begin = panel?.querySelector<HTMLElement>('[data-begin]:not(:disabled)')
    if (stage === 'live' && begin instanceof HTMLInputElement)
      begin.setSelectionRange(begin.value.length, begin.value.length)
    ;(begin ?? panel)?.focus({ preventScroll: true })
  })
}
