import type { CaptureLine } from '../../state/captureLine'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Refused } from '../../ui/Notice'

/** Lines the disk refused after somebody had already typed on: each keeps its text until it is saved. */
export function NotSaved({ capture }: { readonly capture: CaptureLine }) {
  const { sent, shown, line } = useObservable(capture.state)
  const rows = sent.filter(({ id, refused }) => refused !== null && id !== shown)
  if (rows.length === 0) return null
  return (
    <ul className="not-saved" aria-label="Not saved">
      {rows.map((row) => (
        <li className="not-saved-row" key={row.id}>
          <Refused>
            <strong>Not saved: {row.line}</strong> {row.refused}
          </Refused>
          <Button small onClick={() => capture.retry(row.id)}>
            Try again
          </Button>
          <Button small disabled={line !== ''} onClick={() => capture.takeBack(row.id)}>
            Edit
          </Button>
          <Button small look="quiet" onClick={() => capture.discard(row.id)}>
            Discard
          </Button>
        </li>
      ))}
    </ul>
  )
}
