import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { app } from 'electron'

import { isShared } from '../shared/displays/places'
import { tellWindows, type Tell } from './events'
import { answersFrom } from './handlers'
import { takeCalls } from './ipc'
import { Stage } from './stage'
import { chooseDataDir, prepareDataDir } from './store/dataDir'
import { sentenceFor } from './store/durableFile'
import { IdentityStore } from './store/identityStore'
import { MeetingStore } from './store/meetingStore'
import { builtInPlaybooks } from './store/playbookStore'
import { SettingsStore } from './store/settingsStore'
import { snapshotsInWorker } from './store/snapshotsInWorker'
import { systemAuthor } from './system/author'
import { sayWhyItStops } from './system/dialogs'
import { keepFaults } from './system/faultLog'
import { systemKeyStore } from './system/keyStore'
import { stayAwake } from './system/powerSave'
import { setMenu } from './system/menu'
import { BoardPicture } from './windows/boardPicture'
import { DisplayKeeper } from './windows/displayKeeper'
import { dressFor } from './windows/dress'
import { keepPaintingCovered } from './windows/keepPainting'
import { declareScheme } from './windows/scheme'
import { closeNetworkForAll, lockNavigation, secureSessions } from './windows/security'
import { watchBoard } from './windows/watchBoard'
import { Windows } from './windows/windows'

const OUT = join(__dirname, '..')
const RESOURCES = join(OUT, '..', 'resources')

/** Chooses the data folder and keeps Chromium's own files inside it, so that one lock guards both. */
function takeDataFolder(): string {
  const root = chooseDataDir(process.argv, process.env, process.cwd(), app.getPath('userData'))
  const browser = join(root, 'browser')
  mkdirSync(browser, { recursive: true })
  app.setPath('userData', browser)
  return root
}

async function openApp(root: string): Promise<void> {
  // Before anything is waited for: a session a moment old already asks for the spell checker's dictionary.
  secureSessions(['desk', 'prompter', 'board'], join(OUT, 'renderer'))
  const onFault = keepFaults(root)
  const dataDir = await prepareDataDir(root)
  const settings = await SettingsStore.open(dataDir.settingsFile, dataDir.quarantine)
  const playbooks = await builtInPlaybooks(join(RESOURCES, 'playbooks'))

  const windows = new Windows(join(OUT, 'preload', 'preload.cjs'), (kind) => {
    if (kind === 'prompter') stage.setPrompter(null)
    if (kind === 'board') {
      stage.closeBoard()
      picture.clear()
    }
    if (kind === 'desk') app.quit()
  })
  const tell: Tell = tellWindows(windows)
  const stage = new Stage(tell, { now: () => performance.now(), moment: () => new Date().toISOString() })
  const picture = new BoardPicture(windows, (taken) => tell('board:pictured', { picture: taken }))
  const store = new MeetingStore({
    dataDir,
    snapshots: snapshotsInWorker(join(__dirname, 'snapshotWorker.cjs')),
    now: () => new Date(),
    author: () => settings.author ?? systemAuthor(),
    onEntry: (meeting, entry) => {
      tell('meeting:entry', { meeting: meeting.id, entry })
      stage.follow(meeting)
      stayAwake(meeting)
    },
    onReplaced: (meeting) => {
      tell('meeting:replaced', { meeting: meeting.id })
      stage.follow(meeting)
      stayAwake(meeting)
    },
    onFault,
  })

  const identities = new IdentityStore({
    folder: dataDir.identities,
    keyStore: systemKeyStore,
    now: () => new Date(),
  })

  watchBoard(windows, (where) => stage.setBoardWindow(where))
  const displays = new DisplayKeeper(windows, settings, (state) => {
    stage.setSharedDisplay(isShared(state))
    tell('displays:changed', state)
  })
  windows.employ({
    placeFor: (kind, size) => displays.placeFor(kind, size),
    dressFor: (kind) => dressFor(kind, displays.state, settings.asksProtection),
    isHidden: (kind) => kind === 'prompter' && stage.state.panic,
  })
  app.on('second-instance', () => void windows.show('desk'))
  app.on('activate', () => void windows.show('desk'))
  app.on('will-quit', (event) => {
    event.preventDefault()
    void store.close().finally(() => app.exit(0))
  })

  takeCalls(
    answersFrom({
      store,
      settings,
      playbooks,
      windows,
      displays,
      stage,
      picture,
      tell,
      dataDir,
      identities,
      resources: RESOURCES,
      bundle: __dirname,
    }),
    (id) => windows.kindOf(id),
  )
  setMenu()
  await windows.show('desk')
}

function main(): void {
  let root = ''
  try {
    root = takeDataFolder()
  } catch (error) {
    sayWhyItStops(sentenceFor(error, 'Lectern could not open its data folder'))
    app.exit(1)
    return
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  closeNetworkForAll()
  keepPaintingCovered()
  declareScheme()
  lockNavigation()
  let isQuitting = false
  app.on('before-quit', () => (isQuitting = true))
  app.on('window-all-closed', () => app.quit())
  void app
    .whenReady()
    .then(() => openApp(root))
    .catch((error: unknown) => {
      // Whoever has told it to quit waits for no box that says why it did not start.
      if (!isQuitting) sayWhyItStops(sentenceFor(error, 'Lectern could not open its data folder'))
      app.exit(1)
    })
}

main()
