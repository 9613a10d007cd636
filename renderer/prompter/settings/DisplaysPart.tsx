import { useId } from 'react'

import { FIRST_MODES, type DisplaysState, type PlacedWindow } from '../../../shared/displays/schema'
import { bridge } from '../../bridge'
import type { WindowInUse } from '../useWindow'
import { Slider, Tick } from './fields'

/** What the ground around the words lets through at first, in per cent. */
const FIRST_SEE_THROUGH = 60

type Props = {
  readonly ownWindow: WindowInUse
  readonly onSwap: () => void
  readonly say: (sentence: string) => void
}

/** Which window is on which display, and how the prompter's window is on the one it is on. */
export function DisplaysPart({ ownWindow, onSwap, say }: Props) {
  const { displays, modes, setModes } = ownWindow
  const hasNoFrame = modes.frameless || modes.seeThrough > 0
  return (
    <>
      <div className="settings-group">
        <WindowPlace kind="prompter" label="Prompter on" displays={displays} say={say} />
        <WindowPlace kind="board" label="Board on" displays={displays} say={say} />
        <Shared displays={displays} />
        <button type="button" onClick={onSwap}>
          Swap displays <kbd aria-hidden="true">S</kbd>
        </button>
      </div>
      <div className="settings-group">
        <div className="settings-pairs">
          <Tick
            label="Mirrored"
            sign="M"
            checked={modes.mirror}
            onChange={(mirror) => setModes({ mirror })}
          />
          <Tick label="Upside down" sign="U" checked={modes.flip} onChange={(flip) => setModes({ flip })} />
          <Tick label="Always on top" checked={modes.onTop} onChange={(onTop) => setModes({ onTop })} />
          <Tick
            label="No frame"
            checked={modes.frameless}
            onChange={(frameless) => setModes({ frameless })}
          />
          <Tick
            label="See-through"
            checked={modes.seeThrough > 0}
            onChange={(on) => setModes({ seeThrough: on ? FIRST_SEE_THROUGH : FIRST_MODES.seeThrough })}
          />
        </div>
        {modes.seeThrough > 0 && (
          <Slider
            label="See through the ground"
            value={modes.seeThrough}
            least={10}
            most={100}
            step={10}
            text={`${modes.seeThrough} %`}
            onChange={(seeThrough) => setModes({ seeThrough })}
          />
        )}
        {hasNoFrame && (
          <p className="settings-words">
            {modes.seeThrough > 0 ? 'See-through means no frame. ' : ''}Drag the top bar or press Alt and an
            arrow to move it, Alt Shift and an arrow to size it, Ctrl W to close it.
          </p>
        )}
      </div>
    </>
  )
}

/** Loud where whoever sees the board can see the script too. */
function Shared({ displays }: { readonly displays: DisplaysState | null }) {
  if (displays === null) return null
  const { prompter, board, mirrored } = displays
  if (mirrored)
    return (
      <p className="settings-words settings-loud">
        The displays are mirrored: whoever sees one sees the prompter. Extend them in the system’s settings.
      </p>
    )
  if (board.on === null || board.on !== prompter.on) return null
  return (
    <p className="settings-words settings-loud">
      Prompter and board share a display. Share only the board’s window, or the script shows.
    </p>
  )
}

type PlaceProps = {
  readonly kind: PlacedWindow
  readonly label: string
  readonly displays: DisplaysState | null
  readonly say: (sentence: string) => void
}

function WindowPlace({ kind, label, displays, say }: PlaceProps) {
  const id = useId()
  if (displays === null) return null
  const { on, chosen } = displays[kind]
  const value = displays.displays.find(({ key }) => key === (on ?? chosen))?.key ?? ''
  async function choose(display: string) {
    const answer = await bridge.call('displays:choose', { window: kind, display })
    if (!answer.ok) say(answer.refusal.sentence)
  }
  return (
    <div className="settings-place">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-setting={label}
        value={value}
        onChange={(event) => void choose(event.target.value)}
      >
        {value === '' && <option value="">not open yet</option>}
        {displays.displays.map(({ key, words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
