import type { Stage } from '../../state/route'
import { panelId, tabId } from './stageIds'

function focusBegin(stage: Stage): void {
  const panel = document.getElementById(panelId)
  const begin = panel?.querySelector<HTMLElement>('[data-begin]:not(:disabled)')
  if (stage === 'live' && begin instanceof HTMLInputElement)
    begin.setSelectionRange(begin.value.length, begin.value.length)
  ;(begin ?? panel)?.focus({ preventScroll: true })
}

/** Whether the stage is on the page, and nothing lies over it that would keep the focus. */
function isDrawn(stage: Stage): boolean {
  const drawn = document.getElementById(panelId)?.getAttribute('aria-labelledby')
  return drawn === tabId(stage) && document.querySelector('dialog[open]') === null
}

/**
 * Puts the focus where work at a stage begins: its element marked `data-begin`, else the stage itself. A stage that
 * is not drawn yet gets it in the next frame; one that is, at once, so that no key typed next is lost or undone.
 */
export function focusStage(stage: Stage): void {
  if (isDrawn(stage)) focusBegin(stage)
  else requestAnimationFrame(() => focusBegin(stage))
}
