/** Said where a start would move nothing. */
export const AT_END = 'The script is at its end. Home goes to its start.'

/** Said where the script rests because of the editor over it. */
export const EDITED = 'The script rests while its text is edited.'

/** Said where there is no Board that could be blanked or frozen. */
export const NO_BOARD = 'The board is not open.'

/** Said for a digit that no prepared response has. */
export function noResponse(digit: number | null, prepared: readonly { readonly key: number }[]): string {
  const keys = prepared.map(({ key }) => key)
  const [last, ...others] = keys.toReversed()
  if (last === undefined) return 'No response is prepared in this meeting.'
  const listed = others.length === 0 ? `${last}` : `${others.toReversed().join(', ')} and ${last}`
  return `No response is prepared on ${digit}. There is one on ${listed}.`
}

/** What the room sees now, and the key that changes it back. */
export function boardWords(what: 'blank' | 'frozen', now: boolean): string {
  if (what === 'blank') return now ? 'The board is blank. B shows it again.' : 'The board shows again.'
  return now ? 'The board is frozen. Z lets it go on.' : 'The board goes on.'
}
