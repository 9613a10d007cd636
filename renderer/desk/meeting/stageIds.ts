import type { Stage } from '../../state/route'

/** The id of the panel that holds the stage at hand. */
export const panelId = 'stage-panel'

/** The id of a stage's tab. */
export function tabId(stage: Stage): string {
  return `stage-tab-${stage}`
}
