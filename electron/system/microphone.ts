import { systemPreferences } from 'electron'

import { accept, refuse, type Result } from '../../shared/result'

let isOn = false
/** An answer of the system to an earlier question must not turn on what was given back meanwhile. */
let turn = 0

/** Whether the prompter may have the microphone now: from when its presenter asks for it until it is given back. */
export function mayListen(): boolean {
  return isOn
}

/** Takes the microphone away from the prompter. */
export function endListening(): void {
  turn += 1
  isOn = false
}

const REFUSED: Partial<Record<NodeJS.Platform, string>> = {
  darwin:
    'macOS does not let Lectern use the microphone: allow it in System Settings, Privacy & Security, Microphone.',
  win32:
    'Windows does not let Lectern use the microphone: allow it in Settings, Privacy & security, Microphone.',
}

/** Whether the system lets the app have the microphone; macOS asks the person, once. */
async function systemAllows(): Promise<boolean> {
  if (process.platform === 'darwin') return systemPreferences.askForMediaAccess('microphone')
  return process.platform !== 'win32' || systemPreferences.getMediaAccessStatus('microphone') !== 'denied'
}

/** Lets the prompter have the microphone, where the system lets the app have it; or ends that. */
export async function setListening(on: boolean): Promise<Result<null>> {
  endListening()
  if (!on) return accept(null)
  const mine = turn
  if (!(await systemAllows()))
    return refuse('system', REFUSED[process.platform] ?? 'The system refuses the microphone.')
  if (mine !== turn) return refuse('late', 'The microphone is not wanted any more.')
  isOn = true
  return accept(null)
}
