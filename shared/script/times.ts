/** What the time of a live meeting goes to: the script, or questions; null while it is neither. */
export type SpentOn = 'script' | 'questions' | null

/** How the prompter stands: the script runs, rests for something else, has run before; a response is shown. */
export type Standing = {
  readonly running: boolean
  readonly resting: boolean
  readonly begun: boolean
  readonly answering: boolean
}

/**
 * Question time is while a response is shown, and while the script is paused once it has begun: it stands still
 * because people talk. Script time is while the script runs. Before it begins, and while a cue is edited, the
 * time is neither.
 */
export function spentOn({ running, resting, begun, answering }: Standing): SpentOn {
  if (answering) return 'questions'
  if (resting) return null
  if (running) return 'script'
  return begun ? 'questions' : null
}
