/** The newest first, but what is settled after all that is not. */
export function openFirst<T extends { readonly status: string }>(entries: readonly T[]): readonly T[] {
  const newest = entries.toReversed()
  const isOpen = ({ status }: T) => status === 'open'
  return [...newest.filter(isOpen), ...newest.filter((each) => !isOpen(each))]
}
