import type { KeyboardEvent } from 'react'

import { deskKeysIn } from '../../../shared/keys/desk'
import { matchKey } from '../../../shared/keys/match'

const entryKeys = deskKeysIn('entry')

function editButton(row: Element | null | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('.entry-edit') ?? null
}

/** Keys in a list of entries: arrows walk from row to row, F2 edits the row that has the focus. */
export function onEntryKey(event: KeyboardEvent): void {
  const { target } = event
  if (!(target instanceof HTMLElement)) return
  const row = target.closest('[data-entry]')
  const command = matchKey(event.nativeEvent, entryKeys)
  if (row === null || command === null) return
  const onField = target instanceof HTMLSelectElement || target instanceof HTMLInputElement
  if (event.key === 'Enter' || (onField && command.id !== 'entry.edit')) return
  event.preventDefault()
  if (command.id === 'entry.edit') editButton(row)?.click()
  else if (command.id === 'entry.match' || command.id === 'entry.again')
    row.querySelector<HTMLElement>(`[data-does="${command.id}"]`)?.click()
  else editButton(command.id === 'entry.next' ? row.nextElementSibling : row.previousElementSibling)?.focus()
}

/** Puts the focus on an entry wherever it stands now; says whether it is there. */
export function focusEntry(id: string): boolean {
  const button = editButton(document.querySelector(`[data-entry="${CSS.escape(id)}"]`))
  button?.focus()
  return button !== null
}
