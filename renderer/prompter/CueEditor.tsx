import { useEffect, useId, useRef, useState } from 'react'

import type { Command } from '../../shared/meeting/commands'
import type { Cue } from '../../shared/playbook/schema'
import type { Refusal, Result } from '../../shared/result'
import { Keys } from '../ui/Keys'
import { useReachableScroll } from '../ui/useReachableScroll'

export type SpokenCue = Extract<Cue, { kind: 'spoken' }>

type Props = {
  readonly cue: SpokenCue
  readonly number: number
  /** What was typed and not saved the last time, if anything was. */
  readonly draft: string | undefined
  readonly onDraft: (text: string) => void
  readonly run: (command: Command) => Promise<Result<unknown>>
  readonly onClose: () => void
}

/** The text of the cue that is being read, to be changed while the script waits at its word. */
export function CueEditor({ cue, number, draft, onDraft, run, onClose }: Props) {
  const [text, setText] = useState(draft === undefined || draft === '' ? cue.text : draft)
  const [seen, setSeen] = useState(cue)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const field = useRef<HTMLTextAreaElement | null>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])

  function type(next: string) {
    setText(next)
    setRefusal(null)
    onDraft(next)
  }

  async function save(saw = seen) {
    if (text !== saw.text) {
      const answer = await run({ type: 'editCue', cue: { ...saw, text }, seen: saw })
      if (!answer.ok) return setRefusal(answer.refusal)
    }
    onDraft('')
    onClose()
  }

  function keepTheirs() {
    setSeen(cue)
    setText(cue.text)
    setRefusal(null)
    onDraft('')
    field.current?.focus()
  }

  function cancel() {
    onDraft('')
    onClose()
  }

  return (
    <section className="cue-editor" aria-label="Edit cue">
      <header>
        <label htmlFor={id}>
          <span className="figures">{number}</span> {cue.heading}
        </label>
        <p>
          <code>{'{{fact}}'}</code> is filled in · <code>[aside]</code> is not spoken
        </p>
      </header>
      <textarea
        ref={field}
        id={id}
        value={text}
        aria-invalid={refusal !== null}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void save()
        }}
      />
      {refusal?.code === 'changed' && <Theirs text={cue.text} />}
      <footer>
        {refusal !== null && <p role="alert">{refusal.sentence}</p>}
        {refusal?.code === 'changed' && (
          <>
            <button type="button" onClick={keepTheirs}>
              Keep theirs
            </button>
            <button type="button" onClick={() => void save(cue)}>
              Use mine
            </button>
          </>
        )}
        <button type="button" onClick={cancel}>
          Cancel <kbd aria-hidden="true">Escape</kbd>
        </button>
        <button type="button" className="settings-done" onClick={() => void save()}>
          Save cue <Keys keys="Mod+Enter" />
        </button>
      </footer>
    </section>
  )
}

function Theirs({ text }: { readonly text: string }) {
  const area = useRef<HTMLQuoteElement>(null)
  useReachableScroll(area)
  return (
    <section className="cue-editor-theirs" aria-label="Theirs">
      <h3>Theirs</h3>
      <blockquote ref={area}>{text}</blockquote>
    </section>
  )
}
