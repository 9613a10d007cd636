const prefixes = [
  ['o', 'objection'],
  ['q', 'question'],
  ['c', 'concern'],
  ['d', 'decision'],
  ['a', 'action'],
  ['p', 'parking lot'],
  ['!', 'whisper'],
] as const

/** What can be typed first; shown while nothing is. */
export function Legend() {
  return (
    <p className="legend">
      {prefixes.map(([prefix, word]) => (
        <span key={prefix}>
          <kbd>{prefix}</kbd> {word}
        </span>
      ))}
      <span>
        <kbd>@</kbd> person
      </span>
      <span>
        <kbd>by</kbd> date
      </span>
      <span>else a note</span>
    </p>
  )
}
