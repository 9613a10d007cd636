/** Text as it is kept: as typed, in Unicode's composed form (NFC). */
export function asTyped(text: string): string {
  return text.normalize('NFC')
}

/** A one-line text as it is kept: composed, without blanks around it. */
export function oneLine(text: string): string {
  return asTyped(text).trim()
}
