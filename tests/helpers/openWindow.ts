import type { Page } from 'playwright'

import type { Lectern } from './lectern'

/** Opens a window of a meeting without a click on the Desk. */
export async function openWindow(
  lectern: Lectern,
  kind: 'prompter' | 'board',
  meeting: string,
): Promise<Page> {
  await lectern.desk.evaluate(
    ([window, id]) => globalThis.window.lectern.call('window:open', { kind: window, meeting: id }),
    [kind, meeting] as const,
  )
  return lectern.window(kind === 'prompter' ? /^Prompter –/ : /^Board –/)
}
