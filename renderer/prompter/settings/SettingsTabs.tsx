import { useRef, type KeyboardEvent } from 'react'

/** The parts of the settings, by what they are about. */
export const TABS = [
  { id: 'text', label: 'Text' },
  { id: 'movement', label: 'Movement' },
  { id: 'displays', label: 'Displays' },
  { id: 'sharing', label: 'Screen sharing' },
] as const

export type Tab = (typeof TABS)[number]['id']

/** The id of the part that a tab shows. */
export const partId = (tab: Tab) => `settings-${tab}`

/** The id of a tab itself. */
export const tabId = (tab: Tab) => `settings-tab-${tab}`

function nextTab(tab: Tab, key: string): Tab | undefined {
  const ids = TABS.map(({ id }) => id)
  const at = ids.indexOf(tab)
  if (key === 'Home') return ids.at(0)
  if (key === 'End') return ids.at(-1)
  if (key === 'ArrowRight') return ids[(at + 1) % ids.length]
  return key === 'ArrowLeft' ? ids.at(at - 1) : undefined
}

type Props = { readonly tab: Tab; readonly onTab: (tab: Tab) => void }

/** The tabs of the settings: arrows walk along them, Tab goes into the part that is shown. */
export function SettingsTabs({ tab, onTab }: Props) {
  const list = useRef<HTMLDivElement | null>(null)

  function walk(event: KeyboardEvent) {
    const next = nextTab(tab, event.key)
    if (next === undefined) return
    event.preventDefault()
    onTab(next)
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus()
  }

  return (
    <div className="settings-tabs" role="tablist" aria-label="Parts of the settings" ref={list}>
      {TABS.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(id)}
          aria-selected={id === tab}
          aria-controls={partId(id)}
          tabIndex={id === tab ? 0 : -1}
          onKeyDown={walk}
          onClick={() => onTab(id)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
