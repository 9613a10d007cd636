import { useSecond } from '../../state/now'

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Milliseconds as hours, minutes and seconds, e.g. `00:14:32`. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

type ElapsedProps = { readonly startedAt: string; readonly endedAt: string | null }

/** How long the meeting has been running, or how long it ran. */
export function Elapsed({ startedAt, endedAt }: ElapsedProps) {
  const now = useSecond()
  const until = endedAt === null ? now : Date.parse(endedAt)
  return (
    <div className="elapsed">
      <span className="elapsed-word" aria-hidden="true">
        Elapsed
      </span>
      <span className="elapsed-time figures" role="timer" aria-label="Elapsed">
        {clockOf(until - Date.parse(startedAt))}
      </span>
    </div>
  )
}
