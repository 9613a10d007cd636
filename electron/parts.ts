import type { Playbook } from '../shared/playbook/schema'
import type { Tell } from './events'
import type { Stage } from './stage'
import type { DataDir } from './store/dataDir'
import type { IdentityStore } from './store/identityStore'
import type { MeetingStore } from './store/meetingStore'
import type { SettingsStore } from './store/settingsStore'
import type { BoardPicture } from './windows/boardPicture'
import type { DisplayKeeper } from './windows/displayKeeper'
import type { Windows } from './windows/windows'

/** The running app's parts, for what answers the windows. */
export type Parts = {
  readonly store: MeetingStore
  readonly settings: SettingsStore
  readonly playbooks: readonly Playbook[]
  readonly windows: Windows
  readonly displays: DisplayKeeper
  readonly stage: Stage
  readonly picture: BoardPicture
  readonly tell: Tell
  readonly dataDir: DataDir
  readonly identities: IdentityStore
  /** The folder with playbooks, fonts and schemas. */
  readonly resources: string
  /** The folder with the built main process and its workers. */
  readonly bundle: string
}
