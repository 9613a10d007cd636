const LONGEST = 80

/** A file name people and every system can live with: `Halt release 4.2 - decision record.pdf`. */
export function fileName(title: string, what: string): string {
  const safe = title
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
  return `${safe === '' ? 'Meeting' : safe} - ${what}`
}
