/** What a list has at its end that an earlier one had not; null where anything else of it is another. */
export function grownBy<T>(before: readonly T[], now: readonly T[]): readonly T[] | null {
  const isLonger = now.length >= before.length && before.every((item, at) => item === now[at])
  return isLonger ? now.slice(before.length) : null
}
