import type { CaptureField } from '../ui/capture/useCaptureField'

type PasteAskProps = { readonly paste: CaptureField['paste']; readonly onDone: () => void }

/** Asks what several pasted lines are to become, in the strip itself: the script stays in sight. */
export function PasteAsk({ paste, onDone }: PasteAskProps) {
  const { pasted, makeEntries, keepAsOneLine, cancel } = paste
  if (pasted === null) return null
  const number = pasted.lines.length
  const ways = [
    { label: `Make ${number} entries`, run: makeEntries },
    { label: 'Keep as one line', run: keepAsOneLine },
    { label: 'Cancel', run: cancel },
  ]
  return (
    <section className="paste-ask" aria-label={`${number} lines pasted`}>
      <strong>{number} lines pasted</strong>
      {ways.map(({ label, run }, index) => (
        <button
          key={label}
          type="button"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the question comes in answer to a key
          autoFocus={index === 0}
          onClick={() => {
            run()
            onDone()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            cancel()
            onDone()
          }}
        >
          {label}
        </button>
      ))}
    </section>
  )
}
