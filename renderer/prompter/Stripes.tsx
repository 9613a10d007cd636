import { useEffect } from 'react'

import type { PatchColour } from '../../shared/protection/patch'

/** The stripes that a captured picture is searched for, at a corner of the window. */
export function Stripes({ patch }: { readonly patch: readonly PatchColour[] }) {
  const stripes = patch.map((colour, place) => ({ colour, place }))
  return (
    <div className="patch" aria-hidden="true">
      {stripes.map(({ colour, place }) => (
        <i key={place} data-colour={colour} />
      ))}
    </div>
  )
}

/** A page of stripes alone: a window that hides nothing, to see whether a capture shows anything. */
export function Control({ patch }: { readonly patch: readonly PatchColour[] }) {
  useEffect(() => {
    document.title = 'Test of a capture'
  }, [])
  return <Stripes patch={patch} />
}
