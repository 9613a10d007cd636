import { useEffect } from 'react'

import { followDisplays, followProtection } from '../state/displays'
import { followPanicKey } from '../state/panic'
import { route } from '../state/route'
import { followPrompterTime } from '../state/prompterTime'
import { followStage } from '../state/stage'
import { useObservable } from '../state/store'
import { followRecordWork } from '../state/recordWork'
import { followVerifyKey } from '../state/verified'
import { CommandPalette } from '../ui/palette/CommandPalette'
import { paletteItems } from '../ui/palette/items'
import { KeySheet } from '../ui/palette/KeySheet'
import { Library } from './library/Library'
import { MeetingPage } from './meeting/MeetingPage'
import { placeCommands } from './placeCommands'
import { SignerDialogs } from './SignerDialogs'
import { useEverywhere } from './useEverywhere'

/** The library with what lies over it. */
function LibraryPage() {
  const [over, setOver] = useEverywhere()
  return (
    <>
      <Library />
      {over === 'palette' && (
        <CommandPalette
          open
          onClose={() => setOver(null)}
          items={paletteItems(
            null,
            placeCommands(() => setOver('keys')),
          )}
        />
      )}
      {over === 'keys' && <KeySheet scopes={['everywhere', 'desk', 'board']} onClose={() => setOver(null)} />}
    </>
  )
}

/** The main window: the library, or one meeting at one of its stages. */
export function Desk() {
  const here = useObservable(route)
  useEffect(followStage, [])
  useEffect(followDisplays, [])
  useEffect(followProtection, [])
  useEffect(followPrompterTime, [])
  useEffect(followPanicKey, [])
  useEffect(followRecordWork, [])
  useEffect(followVerifyKey, [])
  return (
    <>
      {here.page === 'library' ? (
        <LibraryPage />
      ) : (
        <MeetingPage key={here.id} id={here.id} stage={here.stage} />
      )}
      <SignerDialogs />
    </>
  )
}
