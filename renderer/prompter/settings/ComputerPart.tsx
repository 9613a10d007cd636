import { useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

import { makePatch, type Patch } from '../../../shared/protection/patch'
import type { Protection } from '../../../shared/protection/table'
import { bridge } from '../../bridge'
import { LONGEST_COUNTDOWN, type Habits } from '../memory'
import { Stripes } from '../Stripes'
import { Part, Slider, Tick } from './fields'

type Props = {
  readonly habits: Habits
  readonly onHabits: (change: Partial<Habits>) => void
  /** Which of the keys that work everywhere cannot be had; empty where all can. */
  readonly globalWords: string
  readonly protection: Protection | null
  readonly say: (sentence: string) => void
  readonly onClose: () => void
  /** What is kept on this computer for this meeting alone. */
  readonly children: ReactNode
}

/** What is kept on this computer, for all meetings and displays. */
export function ComputerPart(props: Props) {
  const { habits, onHabits, globalWords, protection, say, onClose, children } = props
  return (
    <Part title="This computer" about="in all meetings">
      <div className="settings-pair">
        <div className="settings-group">
          <Slider
            label="Countdown"
            value={habits.countdown}
            least={0}
            most={LONGEST_COUNTDOWN}
            step={1}
            text={habits.countdown === 0 ? 'none' : `${habits.countdown} s`}
            onChange={(countdown) => onHabits({ countdown })}
          />
          <Tick
            label="Line by line"
            sign="L"
            checked={habits.stepping === true}
            onChange={(stepping) => onHabits({ stepping })}
          />
          <Tick
            label="Keys everywhere"
            sign="Ctrl Alt"
            checked={habits.globalKeys}
            onChange={(globalKeys) => onHabits({ globalKeys })}
          />
          {globalWords !== '' && <p className="settings-words">{globalWords}</p>}
          <button type="button" className="settings-done" onClick={onClose}>
            Done <kbd aria-hidden="true">Escape</kbd>
          </button>
        </div>
        <div className="settings-group">
          {children}
          {protection !== null && <Capture protection={protection} say={say} />}
        </div>
      </div>
    </Part>
  )
}

type CaptureProps = { readonly protection: Protection; readonly say: (sentence: string) => void }

/** What a capture may show of the prompter: what is known of this system, the switch, and a test. */
function Capture({ protection, say }: CaptureProps) {
  const [patch, setPatch] = useState<Patch | null>(null)
  const [found, setFound] = useState('')

  async function ask(on: boolean) {
    setFound('')
    const answer = await bridge.call('protection:ask', { on })
    if (!answer.ok) say(answer.refusal.sentence)
  }

  async function test() {
    const drawn = makePatch(Math.random)
    setPatch(drawn)
    setFound('Testing …')
    const answer = await bridge.call('protection:test', { patch: [...drawn] })
    setFound(answer.ok ? answer.value.words : answer.refusal.sentence)
    setPatch(null)
  }

  return (
    <>
      <h3>Screen captures</h3>
      <Tick label="Ask to be left out" checked={protection.asked} onChange={(on) => void ask(on)} />
      <p className="settings-words">
        Now: <strong>{protection.state}</strong>. {protection.because}
      </p>
      <div className="settings-buttons">
        <button type="button" disabled={patch !== null} onClick={() => void test()}>
          Test a capture
        </button>
      </div>
      <output className="settings-words" aria-label="Test of a capture">
        {found}
      </output>
      {patch !== null && createPortal(<Stripes patch={patch} />, document.body)}
    </>
  )
}
