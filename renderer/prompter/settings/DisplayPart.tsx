import { useId } from 'react'

import { FIRST_MODES, type DisplaysState, type PlacedWindow } from '../../../shared/displays/schema'
import { bridge } from '../../bridge'
import type { WindowInUse } from '../useWindow'
import { Part, Slider, Tick } from './fields'

/** What the ground around the words lets through at first, in per cent. */
const FIRST_SEE_THROUGH = 60

type Props = {
  readonly ownWindow: WindowInUse
  readonly onSwap: () => void
  readonly say: (sentence: string) => void
}

/** What is kept for the display the prompter is on: which window goes where, and how the prompter's window is. */
export function DisplayPart({ ownWindow, onSwap, say }: Props) {
  const { displays, modes, setModes } = ownWindow
  const own = displays?.displays.find(({ key }) => key === displays.prompter.on)
  const hasNoFrame = modes.frameless || modes.seeThrough > 0
  return (
    <Part title="This display" about={own === undefined ? '' : own.name}>
      <WindowPlace kind="prompter" label="Prompter on" displays={displays} say={say} />
      <WindowPlace kind="board" label="Board on" displays={displays} say={say} />
      <div className="settings-ticks settings-ticks-pair">
        <Tick label="Mirrored" sign="M" checked={modes.mirror} onChange={(mirror) => setModes({ mirror })} />
        <Tick label="Upside down" sign="U" checked={modes.flip} onChange={(flip) => setModes({ flip })} />
        <Tick label="Always on top" checked={modes.onTop} onChange={(onTop) => setModes({ onTop })} />
        <Tick label="No frame" checked={modes.frameless} onChange={(frameless) => setModes({ frameless })} />
        <Tick
          label="See-through"
          checked={modes.seeThrough > 0}
          onChange={(on) => setModes({ seeThrough: on ? FIRST_SEE_THROUGH : FIRST_MODES.seeThrough })}
        />
        <button type="button" onClick={onSwap}>
          Swap displays <kbd aria-hidden="true">S</kbd>
        </button>
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
    </Part>
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
