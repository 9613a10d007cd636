/** Runs one piece of work at a time: what is asked for before the last is done is not begun. */
export function oneAtATime(): (work: () => Promise<void>) => void {
  let busy = false
  return (work) => {
    if (busy) return
    busy = true
    void work().finally(() => {
      busy = false
    })
  }
}
