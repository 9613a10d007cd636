import { useState } from 'react'
import { createPortal } from 'react-dom'

import { makePatch, type Patch } from '../../../shared/protection/patch'
import type { Protection } from '../../../shared/protection/table'
import { bridge } from '../../bridge'
import { Stripes } from '../Stripes'
import { Tick } from './fields'

type Props = { readonly protection: Protection; readonly say: (sentence: string) => void }

/** What a capture may show of the prompter: what is known of this system, the switch, and a test. */
export function SharingPart({ protection, say }: Props) {
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
      <div className="settings-group">
        <p className="settings-words">
          This window is <strong>{protection.state}</strong>. {protection.because}
        </p>
        <Tick
          label="Ask to be left out of captures"
          checked={protection.asked}
          onChange={(on) => void ask(on)}
        />
        <button type="button" disabled={patch !== null} onClick={() => void test()}>
          Test a capture
        </button>
        <output className="settings-words" aria-label="Test of a capture">
          {found}
        </output>
      </div>
      <div className="settings-group">
        <p className="settings-words">
          In the call, share the board’s window alone, never the whole screen. The Board never gets what is on
          the prompter.
        </p>
        <p className="settings-words">
          <kbd>Shift Escape</kbd> hides the prompter and blanks the board. The same key on the Desk, or its
          button there, brings them back.
        </p>
      </div>
      {patch !== null && createPortal(<Stripes patch={patch} />, document.body)}
    </>
  )
}
