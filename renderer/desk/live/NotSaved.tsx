import type { CaptureLine } from '../../state/captureLine'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Refused } from '../../ui/Notice'

type NotSavedProps = {
  readonly capture: CaptureLine
  /** Whether the capture line is there, to show the line that stands in it and to take one back. */
  readonly withLine: boolean
}

/** Lines the disk refused and no capture line shows: each keeps its text until it is saved. */
export function NotSaved({ capture, withLine }: NotSavedProps) {
  const { sent, shown, line } = useObservable(capture.state)
  const rows = sent.filter(({ id, refused }) => refused !== null && !(withLine && id === shown))
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
          {withLine && (
            <Button small disabled={line !== ''} onClick={() => capture.takeBack(row.id)}>
              Edit
            </Button>
          )}
          <Button small look="quiet" onClick={() => capture.discard(row.id)}>
            Discard
          </Button>
        </li>
      ))}
    </ul>
  )
}
