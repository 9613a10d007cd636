/** What a test of Lectern's own capture saw: the patch in the prompter, and one in a window that hides nothing. */
export type Sighting = { readonly prompter: boolean; readonly control: boolean }

const HONEST = 'This tests Lectern’s own capture, not Zoom or Teams.'

/** What the test found, in words. Without the control nothing can be said. */
export function selfTestWords({ prompter, control }: Sighting): string {
  if (prompter) return `The capture shows the prompter. ${HONEST}`
  if (!control)
    return `The capture shows nothing at all of Lectern, so the test says nothing: the system may not let Lectern capture the screen. ${HONEST}`
  return `The capture shows another window of Lectern, but not the prompter. ${HONEST}`
}
