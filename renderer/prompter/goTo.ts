/** What a key means while the number of a cue is typed. */
export type NumberKey =
  | { readonly is: 'digits'; readonly digits: string }
  | { readonly is: 'go'; readonly number: number }
  | { readonly is: 'done' }

const LONGEST = 3

/**
 * The next state of the number being typed: digits so far and a key. Enter goes, Backspace takes a digit away,
 * Escape and every other key end it; an end with no number typed goes nowhere.
 */
export function typeNumber(digits: string, key: string): NumberKey {
  if (/^\d$/.test(key)) return { is: 'digits', digits: (digits + key).slice(-LONGEST) }
  if (key === 'Backspace' && digits !== '') return { is: 'digits', digits: digits.slice(0, -1) }
  if (key === 'Enter' && digits !== '') return { is: 'go', number: Number(digits) }
  return { is: 'done' }
}
