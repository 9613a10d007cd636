import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'

import type { Refusal, Result } from '../../../shared/result'
import { oneAtATime } from '../../state/oneAtATime'
import { Button } from '../../ui/Button'
import { ariaShortcut } from '../../ui/Keys'
import { Refused } from '../../ui/Notice'
import { Conflict } from '../meeting/Conflict'

const SAVE = 'Mod+Enter'

type EditFormProps = {
  readonly id: string
  readonly label: string
  readonly save: string
  /** The parts that show a refusal beside themselves; any other stands above the buttons. */
  readonly parts: readonly string[]
  readonly changed: boolean
  /** Saves; a refusal is shown and the form stays open. */
  readonly onSave: () => Promise<Result<unknown>>
  readonly onCancel: () => void
  /** Removes what is edited, said in `words`; the same holds for its refusal. */
  readonly remove?: { readonly words: string; readonly run: () => Promise<Result<unknown>> }
  /** What both made of it, where somebody else changed it meanwhile. */
  readonly conflict?: {
    readonly mine: string
    readonly theirs: string
    readonly useMine: () => Promise<Result<unknown>>
    readonly keepTheirs: () => void
  }
  readonly children: (refusalOf: (part: string) => string | null) => ReactNode
}

function focusFirst(form: HTMLElement | null) {
  form?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
}

/**
 * A form in the place of what it edits. Ctrl+Enter saves from anywhere in it. Escape closes it when nothing
 * was changed, else it goes to the button that gives the changes up.
 */
export function EditForm(props: EditFormProps) {
  const { id, label, save, parts, changed, onSave, onCancel, remove, conflict, children } = props
  const form = useRef<HTMLFormElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [once] = useState(oneAtATime)

  useEffect(() => {
    focusFirst(form.current)
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  useEffect(() => {
    if (refusal === null) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus({ preventScroll: true })
    wrong?.closest('.field')?.scrollIntoView({ block: 'center' })
  }, [refusal])

  function run(work: () => Promise<Result<unknown>>) {
    once(async () => {
      const answer = await work()
      setRefusal(answer.ok ? null : answer.refusal)
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      run(onSave)
    }
    if (event.key !== 'Escape') return
    event.stopPropagation()
    if (changed) cancel.current?.focus()
    else onCancel()
  }

  const asks = refusal?.code === 'changed' && conflict !== undefined
  const beside = refusal?.path !== undefined && parts.includes(refusal.path) ? refusal.path : null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the whole form
    <form
      ref={form}
      id={id}
      className="edit-form"
      noValidate
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        run(onSave)
      }}
    >
      {children((part) => (refusal !== null && part === beside ? refusal.sentence : null))}
      {refusal !== null && beside === null && !asks && <Refused>{refusal.sentence}</Refused>}
      {refusal !== null && conflict !== undefined && asks && (
        <Conflict
          sentence={refusal.sentence}
          mine={conflict.mine}
          theirs={conflict.theirs}
          onMine={() => run(conflict.useMine)}
          onTheirs={() => {
            setRefusal(null)
            conflict.keepTheirs()
            focusFirst(form.current)
          }}
        />
      )}
      <div className="edit-buttons">
        <Button type="submit" look="primary" keys={SAVE} aria-keyshortcuts={ariaShortcut([SAVE])}>
          {save}
        </Button>
        <Button look="quiet" ref={cancel} onClick={onCancel}>
          {changed ? 'Discard changes' : 'Cancel'}
        </Button>
        {remove !== undefined && (
          <Button look="stop" className="edit-remove" onClick={() => run(remove.run)}>
            {remove.words}
          </Button>
        )}
      </div>
    </form>
  )
}
