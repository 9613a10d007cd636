import './palette.css'

import { useEffect, useId, useRef, useState } from 'react'

import { spelt } from './spelt'
import { useModal } from './useModal'
import { findItems, type Found, type PaletteItem } from './items'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly items: readonly PaletteItem[]
  /** What it finds, where that is one kind of thing alone. */
  readonly title?: string
  readonly placeholder?: string
}

/**
 * The command palette, for any window:
 *
 *   const [finding, setFinding] = useState(false)           // opened by the key command `palette` (Mod+K)
 *   const items = useMemo(() => paletteItems(meeting, commands, { showResponse, goToPerson }), [meeting])
 *   <CommandPalette open={finding} onClose={() => setFinding(false)} items={items} />
 *
 * `commands` are rows of a key table with `run`, the same function that the button and the key call:
 *   deskKeys.map((command) => ({ ...command, run: () => run(command.id) }))
 * On the Desk `showResponse` is (objection) => bridge.call('prompter:show', { meeting: id, objection }).
 * The palette closes itself before it runs what was chosen, and gives the focus back first. Its keys `?` sheet:
 * `<KeySheet scopes={['everywhere', 'desk']} onClose={…} />`, beside this file.
 */
export function CommandPalette({ open, ...props }: Props) {
  return open ? <Palette {...props} /> : null
}

/** So many items are listed at once; more typing narrows them down. */
const LISTED = 60

const ANYTHING = 'Find people, objections, responses, glossary and commands'

function Palette({ onClose, items, title, placeholder }: Omit<Props, 'open'>) {
  const dialog = useRef<HTMLDialogElement | null>(null)
  const list = useRef<HTMLDivElement | null>(null)
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = findItems(items, query).slice(0, LISTED)
  const chosen = found[Math.min(at, found.length - 1)]
  const chosenId = chosen === undefined ? undefined : `${id} ${chosen.item.id}`.replaceAll(' ', '-')

  useModal(dialog, onClose)
  useEffect(() => {
    if (chosenId !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])

  function choose(item: PaletteItem | undefined) {
    const { run } = item ?? {}
    if (run === undefined) return
    onClose()
    // After the dialog has given the focus back, so that what is run may take it.
    setTimeout(run)
  }

  function press(event: React.KeyboardEvent) {
    const last = found.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }
    const next = moves[event.key]
    if (next !== undefined) setAt(Math.max(0, next))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(chosen?.item)
    else return
    event.preventDefault()
  }

  return (
    <dialog className="palette" aria-label={title ?? 'Find anything'} ref={dialog} onClose={onClose}>
      <div className="palette-body">
        <input
          className="palette-query"
          type="text"
          role="combobox"
          aria-label={title ?? ANYTHING}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosenId}
          placeholder={placeholder ?? 'People, responses, glossary, commands'}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onKeyDown={press}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
        />
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be searched or hold two lines */}
        <div className="palette-list" role="listbox" aria-label="Found" id={`${id}-list`} ref={list}>
          {found.map((each, index) => (
            <Option
              key={each.item.id}
              id={`${id} ${each.item.id}`.replaceAll(' ', '-')}
              found={each}
              selected={each === chosen}
              heads={each.item.group !== found[index - 1]?.item.group}
              onPoint={() => setAt(index)}
              onChoose={() => choose(each.item)}
            />
          ))}
        </div>
        {found.length === 0 && <output className="palette-none">Nothing fits “{query}”</output>}
      </div>
    </dialog>
  )
}

type OptionProps = {
  readonly id: string
  readonly found: Found
  readonly selected: boolean
  /** Whether it is the first of its group, and so carries the group's name. */
  readonly heads: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Option({ id, found, selected, heads, onPoint, onChoose }: OptionProps) {
  const { item, places } = found
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox has the keys
    <div
      className="palette-option"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of a select cannot hold two lines
      role="option"
      tabIndex={-1}
      id={id}
      aria-selected={selected}
      data-heads={heads}
      data-idle={item.run === undefined}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="palette-group">{item.group}</span>
      <span className="palette-words">
        <span className="palette-label">
          <Marked text={item.label} places={places} />
        </span>
        {item.detail !== undefined && item.detail !== '' && (
          <span className="palette-detail">{item.detail}</span>
        )}
      </span>
      {item.keys !== undefined && <kbd aria-hidden="true">{spelt(item.keys)}</kbd>}
    </div>
  )
}

/** A text with the letters that were found in bold, run by run. */
function Marked({ text, places }: { readonly text: string; readonly places: readonly number[] }) {
  const marks = new Set(places)
  const runs: { readonly from: number; readonly marked: boolean; readonly text: string }[] = []
  for (let index = 0; index < text.length; index += 1) {
    const last = runs.at(-1)
    const marked = marks.has(index)
    if (last === undefined || last.marked !== marked)
      runs.push({ from: index, marked, text: text.charAt(index) })
    else runs[runs.length - 1] = { ...last, text: last.text + text.charAt(index) }
  }
  return runs.map((run) =>
    run.marked ? <b key={run.from}>{run.text}</b> : <span key={run.from}>{run.text}</span>,
  )
}
