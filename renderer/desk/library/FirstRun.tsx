import { useState } from 'react'

import { LONGEST_LINE } from '../../../shared/text'
import { bridge } from '../../bridge'
import { appInfo, confirmAuthor } from '../../state/author'
import { go } from '../../state/route'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { Refused } from '../../ui/Notice'

/** What an empty library offers: the sample meeting to look around in, beside the way to a first one. */
export function FirstRun() {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const info = useObservable(appInfo)
  const [name, setName] = useState<string | null>(null)
  const writer = name ?? info?.author.name ?? ''

  async function openSample() {
    if (busy) return
    setBusy(true)
    const named = await confirmAuthor(writer)
    const answer = named.ok ? await bridge.call('meeting:sample', null) : named
    setBusy(false)
    if (answer.ok) go({ page: 'meeting', id: answer.value.id, stage: 'prepare' })
    else setRefusal(answer.refusal.sentence)
  }

  return (
    <div className="library-empty">
      <strong>No meetings yet</strong>
      <p>
        Choose “New meeting” to prepare your first one: fill in the facts, and the script writes itself. Or
        look around first, in a meeting with everything filled in.
      </p>
      {info !== null && !info.authorConfirmed && (
        <TextField
          label="Your name"
          value={writer}
          maxLength={LONGEST_LINE}
          hint={`Stands beside everything written on this computer (${info.author.device}). Asked once.`}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <Button aria-busy={busy} onClick={() => void openSample()}>
        Open the sample meeting
      </Button>
      {refusal !== null && <Refused>{refusal}</Refused>}
    </div>
  )
}
