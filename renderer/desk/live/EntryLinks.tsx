import './EntryLinks.css'

import { Link2 } from 'lucide-react'

import { entryWork } from '../../state/entryWork'
import { focusEntry } from '../meeting/entryKeys'
import { RowTool } from './RowTool'
import type { Linked } from './useLinks'

type EntryLinksProps = { readonly links: readonly Linked[] | undefined }

/** What an entry is linked with; each leads to the other entry. */
export function EntryLinks({ links }: EntryLinksProps) {
  return links?.map(({ id, says, text }) => (
    <button
      key={`${says} ${id}`}
      type="button"
      className="entry-link"
      title={`${says}: ${text}`}
      onClick={() => void focusEntry(id)}
    >
      <Link2 size={12} aria-hidden />
      <span className="entry-link-text">
        {says}: {text}
      </span>
    </button>
  ))
}

/** Opens the finder of what an entry can be linked with. */
export function LinkTool({ id, text }: { readonly id: string; readonly text: string }) {
  return <RowTool does="entry.link" of={text} onUse={() => entryWork.set({ what: 'link', id })} />
}
