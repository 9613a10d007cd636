import { app } from 'electron'

import { accept, refuse } from '../shared/result'
import { conflictsOf, openCopy, saveCopy } from './copies'
import { copyInvitation, saveInvitation } from './invitation'
import type { Handlers } from './ipc'
import { displayAnswers } from './onDisplays'
import { cancelRecord, exportRecord, previewRecord } from './exportRecord'
import * as identities from './identities'
import type { Parts } from './parts'
import * as rehearsals from './rehearsals'
import { startWithLook } from './newMeetingLook'
import { createSample } from './sample'
import { signChosenPdf } from './signChosen'
import { signRecord } from './signing'
import { saveVerifier, verifyPdf } from './verifying'
import { findPlaybook, playbookSummaries } from './store/playbookStore'
import { stayAwake } from './system/powerSave'
import { systemAuthor } from './system/author'
import { endGlobalKeys, setGlobalKeys } from './system/globalKeys'
import { setListening } from './system/microphone'

/** The answer to each question a window may ask. */
export function answersFrom(parts: Parts): Handlers {
  const { store, settings, playbooks, windows, stage, picture, tell } = parts
  return {
    'app:info': async () => ({
      version: app.getVersion(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      author: settings.author ?? systemAuthor(),
      authorConfirmed: settings.author !== null,
    }),
    'author:set': async (author) => settings.setAuthor(author),
    'library:list': async () => store.list(),
    'playbook:list': async () => playbookSummaries(playbooks),
    'meeting:create': async (wanted) => {
      const playbook = findPlaybook(playbooks, wanted.playbook)
      if (!playbook.ok) return playbook
      const made = await store.create({ ...wanted, playbook: playbook.value })
      if (made.ok) await startWithLook(parts, made.value.id)
      if (made.ok) tell('library:changed', null)
      return made
    },
    'meeting:sample': async () => {
      const made = await createSample(parts)
      if (made.ok) tell('library:changed', null)
      return made
    },
    'meeting:log': async ({ id }) => {
      const found = await store.read(id)
      return found.ok ? accept({ log: [...found.value.log] }) : found
    },
    'meeting:open': async ({ id }) => {
      const opened = await store.open(id)
      if (opened.ok) stayAwake(opened.value.meeting)
      return opened
    },
    'meeting:run': async ({ meeting, id, command }) => store.run(meeting, id, command),
    'whisper:send': async ({ meeting, text }) => {
      if (stage.state.prompter !== meeting)
        return refuse('closed', 'The prompter does not show this meeting, so nobody would see the whisper.')
      tell('whisper:shown', { text })
      return accept(null)
    },
    'window:open': async ({ kind, meeting }) => {
      const found = await store.read(meeting)
      if (!found.ok) return found
      if (kind === 'board') stage.openBoard(found.value.meeting)
      else stage.setPrompter(meeting)
      await windows.show(kind, kind === 'prompter' ? { meeting } : {})
      return accept(null)
    },
    'prompter:show': async ({ meeting, objection }) => {
      if (stage.state.prompter !== meeting)
        return refuse('closed', 'Open the prompter of this meeting first.')
      tell('prompter:shown', { objection })
      return accept(null)
    },
    'prompter:time': async (time) => {
      tell('prompter:timed', time)
      stage.setPlace(time.meeting, time.cue)
      return accept(null)
    },
    'stage:panic': async () => {
      const panic = !stage.state.panic
      stage.setPanic(panic)
      if (panic) windows.get('prompter')?.hide()
      else windows.get('prompter')?.showInactive()
      return accept(null)
    },
    ...displayAnswers(parts),
    'shortcuts:set': async ({ on }) => {
      windows.get('prompter')?.off('closed', endGlobalKeys).once('closed', endGlobalKeys)
      return setGlobalKeys(on, (id) => tell('prompter:command', { id }))
    },
    'microphone:set': async ({ on }) => setListening(on),
    'stage:get': async () => stage.state,
    'board:set': async (change) => {
      stage.setBoard(change)
      return accept(null)
    },
    'board:get': async () => stage.board,
    'board:painted': async () => {
      picture.changed()
      return accept(null)
    },
    'board:window': async (wanted) => {
      const window = windows.get('board')
      window?.setFullScreen(wanted.do === 'fullScreen' && !window.isFullScreen())
      return accept(null)
    },
    'board:picture': async () => ({ picture: picture.latest }),
    'invitation:copy': async ({ meeting }) => copyInvitation(parts, meeting),
    'invitation:save': async ({ meeting }) => saveInvitation(parts, meeting),
    'copy:save': async ({ meeting }) => saveCopy(parts, meeting),
    'copy:open': async ({ meeting }) => openCopy(parts, meeting),
    'copy:conflicts': async ({ meeting }) => conflictsOf(parts, meeting),
    'record:preview': async (wanted) => previewRecord(parts, wanted),
    'record:export': async (wanted) => exportRecord(parts, wanted),
    'record:cancel': async () => cancelRecord(),
    'record:sign': async (wanted) => signRecord(parts, wanted),
    'identity:list': async () => identities.list(parts),
    'identity:make': async (wanted) => identities.make(parts, wanted),
    'identity:import': async (wanted) => identities.importBackup(parts, wanted),
    'identity:backup': async (wanted) => identities.saveBackup(parts, wanted),
    'identity:certificate': async ({ id }) => identities.saveCertificate(parts, id),
    'signer:list': async () => identities.knownSigners(parts),
    'signer:know': async (signer) => identities.know(parts, signer),
    'signer:forget': async ({ fingerprint }) => identities.forget(parts, fingerprint),
    'pdf:verify': async () => verifyPdf(parts),
    'pdf:sign': async (wanted) => signChosenPdf(parts, wanted),
    'verifier:save': async () => saveVerifier(parts),
    'rehearsal:open': async (wanted) => rehearsals.openRehearsal(parts, wanted),
    'rehearsal:list': async (wanted) => rehearsals.listRehearsals(parts, wanted),
    'rehearsal:keep': async (wanted) => rehearsals.keepRehearsal(parts, wanted),
    'rehearsal:running': async (wanted) => rehearsals.holdRehearsal(parts, wanted),
    'rehearsal:remove': async (wanted) => rehearsals.removeRehearsal(parts, wanted),
  }
}
