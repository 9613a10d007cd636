import { GitMerge, Share2 } from 'lucide-react'

import { mergeCopy, saveCopy } from '../../state/copies'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'

type CopiesProps = { readonly session: Session; readonly readOnly: boolean }

/** How a copy gets to a second note-taker and back. */
export function Copies({ session, readOnly }: CopiesProps) {
  return (
    <section className="rail-copies" aria-label="Second note-taker">
      <h2 className="rail-title">Second note-taker</h2>
      <Button
        small
        look="quiet"
        icon={<Share2 size={16} aria-hidden />}
        aria-label="Save a copy for a second note-taker"
        title="The whole meeting as a file, with everything private in it"
        onClick={() => void saveCopy(session)}
      >
        Save a copy
      </Button>
      <Button
        small
        look="quiet"
        icon={<GitMerge size={16} aria-hidden />}
        disabled={readOnly}
        title="Joins what was captured in the copy with what is here"
        onClick={() => void mergeCopy(session)}
      >
        Merge a copy
      </Button>
    </section>
  )
}
