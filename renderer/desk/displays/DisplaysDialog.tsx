import { useState } from 'react'

import type { DisplaysState, PlacedWindow } from '../../../shared/displays/schema'
import type { Result } from '../../../shared/result'
import { bridge } from '../../bridge'
import { displaysState, protectionState } from '../../state/displays'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Notice, Refused } from '../../ui/Notice'

type PlaceProps = {
  readonly kind: PlacedWindow
  readonly label: string
  readonly displays: DisplaysState
  readonly onChoose: (display: string) => void
}

/** The display of one window, open or not. */
function Place({ kind, label, displays, onChoose }: PlaceProps) {
  const { on, chosen } = displays[kind]
  const value = displays.displays.find(({ key }) => key === (on ?? chosen))?.key ?? ''
  const hint = on === null ? 'Not open now: it opens there.' : undefined
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={value}
          data-first={kind === 'prompter' ? '' : undefined}
          onChange={(event) => onChoose(event.target.value)}
        >
          {value === '' && <option value="">Where it suits best</option>}
          {displays.displays.map(({ key, words }) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Which display the prompter and the board are on, and what sharing a screen would show. */
export function DisplaysDialog({ onClose }: { readonly onClose: () => void }) {
  const displays = useObservable(displaysState)
  const protection = useObservable(protectionState)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function told(answer: Promise<Result<null>>) {
    const result = await answer
    setRefusal(result.ok ? null : result.refusal.sentence)
  }

  if (displays === null) return null
  const choose = (window: PlacedWindow) => (display: string) =>
    void told(bridge.call('displays:choose', { window, display }))
  const { prompter, board, mirrored } = displays
  const isShared = prompter.on !== null && prompter.on === board.on
  return (
    <Dialog title="Displays" onClose={onClose}>
      <div className="settings-form">
        <Place kind="prompter" label="Prompter on" displays={displays} onChoose={choose('prompter')} />
        <Place kind="board" label="Board on" displays={displays} onChoose={choose('board')} />
        <p className="field-hint">Remembered for these displays, and found again after one was unplugged.</p>
        {mirrored && (
          <Notice small>
            <strong>The displays are mirrored.</strong> Whatever shows on one shows on the other, the prompter
            too.
          </Notice>
        )}
        {isShared && !mirrored && (
          <Notice small>
            <strong>Prompter and board share a display.</strong> Share only the board’s window, or the script
            shows.
          </Notice>
        )}
        {protection !== null && (
          <p className="field-hint">
            Prompter: <strong>{protection.state}</strong>. {protection.because}
          </p>
        )}
        {refusal !== null && <Refused>{refusal}</Refused>}
        <div className="dialog-buttons">
          <Button onClick={() => void told(bridge.call('stage:swap', null))}>Swap displays</Button>
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
