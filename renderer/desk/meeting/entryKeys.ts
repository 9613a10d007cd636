import type { KeyboardEvent } from 'react'

import { deskKeysIn } from '../../../shared/keys/desk'
import { matchKey } from '../../../shared/keys/match'

const entryKeys = deskKeysIn('entry')

function editButton(row: Element | null | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('.entry-edit') ?? null
}

const EVERY_ROW: ReadonlySet<string> = new Set([
  'entry.edit',
  'entry.previous',
  'entry.next',
  'entry.earlier',
  'entry.later',
])

function doing(row: Element, id: string): HTMLElement | null {
  return row.querySelector<HTMLElement>(`[data-does="${id}"]`)
}

/**
 * Keys in a list of entries: arrows walk from row to row, with Alt they move the row, F2 edits the row that has the focus, letters press the
 * button of that row that has them.
 */
export function onEntryKey(event: KeyboardEvent, onMove?: (id: string, by: 1 | -1) => void): void {
  const { target } = event
  if (!(target instanceof HTMLElement)) return
  const row = target.closest('[data-entry]')
  if (row === null) return
  // Rows of different kinds share letters: a key means what this row has a button for.
  const here = entryKeys.filter(({ id }) => EVERY_ROW.has(id) || doing(row, id) !== null)
  const command = matchKey(event.nativeEvent, here)
  if (command === null) return
  const onField = target instanceof HTMLSelectElement || target instanceof HTMLInputElement
  if (event.key === 'Enter' || (onField && command.id !== 'entry.edit')) return
  event.preventDefault()
  if (command.id === 'entry.earlier' || command.id === 'entry.later')
    onMove?.(row.getAttribute('data-entry') ?? '', command.id === 'entry.later' ? 1 : -1)
  else if (command.id === 'entry.edit') editButton(row)?.click()
  else if (command.id === 'entry.next' || command.id === 'entry.previous')
    editButton(command.id === 'entry.next' ? row.nextElementSibling : row.previousElementSibling)?.focus()
  else doing(row, command.id)?.click()
}

/** Puts the focus on an entry wherever it stands now; says whether it is there. */
export function focusEntry(id: string): boolean {
  const button = editButton(document.querySelector(`[data-entry="${CSS.escape(id)}"]`))
  button?.focus()
  return button !== null
}
