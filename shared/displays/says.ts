import { renamed, type Named } from './names'
import type { PlacedWindow } from './schema'

/** Where a window was and where it is now; null while it is closed. */
export type Journey = { readonly from: string | null; readonly to: Named | null }

const NAMES: Readonly<Record<PlacedWindow, string>> = { prompter: 'The prompter', board: 'The board' }

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/**
 * What to tell people when displays have come or gone: which, and which window has moved where; null where
 * nothing of that happened.
 */
export function displayNews(
  before: readonly Named[],
  after: readonly Named[],
  journeys: Readonly<Record<PlacedWindow, Journey>>,
): string | null {
  const same = renamed(before, after)
  const stayed = new Set(before.map(({ key }) => same.get(key) ?? key))
  const gone = before.filter(({ key }) => after.every((each) => each.key !== (same.get(key) ?? key)))
  const come = after.filter(({ key }) => !stayed.has(key))
  if (gone.length === 0 && come.length === 0) return null
  const sentences: string[] = []
  if (gone.length > 0)
    sentences.push(`${listed(gone.map(({ name }) => name))} ${gone.length === 1 ? 'is' : 'are'} gone.`)
  if (come.length > 0)
    sentences.push(`${listed(come.map(({ name }) => name))} ${come.length === 1 ? 'is' : 'are'} there now.`)
  const moved = (['prompter', 'board'] as const).flatMap((kind) => {
    const { from, to } = journeys[kind]
    return to === null || from === to.key ? [] : [`${NAMES[kind]} has moved to ${to.name}.`]
  })
  const open = Object.values(journeys).some(({ to }) => to !== null)
  sentences.push(...moved)
  if (moved.length === 0 && open) sentences.push('No window has moved.')
  const { prompter, board } = journeys
  if (prompter.to !== null && prompter.to.key === board.to?.key)
    sentences.push('Prompter and board are on one display: share only the board’s window.')
  return sentences.join(' ')
}
