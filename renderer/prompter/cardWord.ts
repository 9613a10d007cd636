/** A spoken line is kept above this share of the card's height. */
const LOWEST = 0.6

/** Moves a card on when the words that were spoken of it reach its lower part, or back when they are above it. */
export function turnToWord(parts: HTMLElement | null, words: number): void {
  if (parts === null) return
  let before = 0
  for (const paragraph of parts.querySelectorAll<HTMLElement>('[data-words]')) {
    const own = Number(paragraph.dataset['words'])
    if (before + own < words) {
      before += own
      continue
    }
    const { top, height } = paragraph.getBoundingClientRect()
    const frame = parts.getBoundingClientRect()
    const at = top - frame.top + (height * (words - before)) / own
    if (at >= 0 && at <= frame.height * LOWEST) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    parts.scrollBy({ top: at - frame.height / 4, behavior: calm ? 'instant' : 'smooth' })
    return
  }
}
