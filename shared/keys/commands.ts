import { boardKeys } from './board'
import { deskKeys } from './desk'
import type { KeyCommand } from './match'
import { prompterKeys, responseDigit } from './prompter'
import { everywhereKeys } from './everywhere'

/** One line of the sheet of keys: what a command does, and its keys, any of which will do. */
export type KeyRow = { readonly id: string; readonly label: string; readonly keys: readonly string[] }

/** A part of the sheet of keys: where these keys work. */
export type KeySection = { readonly title: string; readonly rows: readonly KeyRow[] }

export type KeyScope = 'everywhere' | 'desk' | 'prompter' | 'board'

/** Every key of the product, by where it works. Buttons, keys, palette and the sheet are made from it. */
export const keyTable: Readonly<Record<KeyScope, readonly KeyCommand[]>> = {
  everywhere: everywhereKeys,
  desk: deskKeys,
  prompter: prompterKeys.filter((command) => everywhereKeys.every((each) => each.id !== command.id)),
  board: boardKeys,
}

const TITLES: Readonly<Record<KeyScope, string>> = {
  everywhere: 'Everywhere',
  desk: 'Desk',
  prompter: 'Prompter',
  board: 'Board',
}

/** One line for the keys that move or size the window, which are four and four. */
const ARROWS: Readonly<Record<string, KeyRow>> = {
  'window.left': { id: 'window.move', label: 'Move the window', keys: ['Alt+Arrows'] },
  'window.narrower': { id: 'window.size', label: 'Size the window', keys: ['Alt+Shift+Arrows'] },
}

/** The nine digits do the same for nine responses: one line stands for them all. */
function rowsOf(command: KeyCommand): readonly KeyRow[] {
  const { id, label, keys } = command
  if (id.startsWith('window.') && id !== 'window.close') return [ARROWS[id] ?? []].flat()
  const digit = responseDigit(id)
  if (digit === null) return [{ id, label, keys }]
  return digit === 1
    ? [{ id: 'response', label: 'Show that response, or go back', keys: ['1', '…', '9'] }]
    : []
}

/** The sheet of keys, with the parts that `scopes` names, in that order. `…` stands for "to". */
export function keySections(scopes: readonly KeyScope[]): readonly KeySection[] {
  return scopes.map((scope) => ({ title: TITLES[scope], rows: keyTable[scope].flatMap(rowsOf) }))
}
