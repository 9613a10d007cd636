/** Items with keys for React made from what they say, so that an edit of one leaves the others alone. */
export function keyed<T>(
  items: readonly T[],
  says: (item: T) => string,
): { readonly key: string; readonly item: T }[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const text = says(item)
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    return { key: `${times} ${text}`, item }
  })
}
