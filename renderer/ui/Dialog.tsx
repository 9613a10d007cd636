import './Dialog.css'

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** For more than a question: a broad page whose `foot` stays in sight while the rest scrolls. */
  readonly wide?: boolean
  readonly foot?: ReactNode
}

/**
 * A question that has to be answered before anything else goes on. Escape closes it. The focus goes to
 * the element marked `data-first`, and back to where it was afterwards.
 */
export function Dialog({ title, onClose, children, wide = false, foot }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // Before the next frame, so that whoever closes it may put the focus elsewhere in that frame.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return undefined
    const before = document.activeElement
    element.showModal()
    element.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      // React lets these two travel up to the dialog below, which is not meant.
      onClose={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-body">
        <h2 className="dialog-title" id={titleId}>
          {title}
        </h2>
        {children}
      </div>
      {foot !== undefined && <div className="dialog-foot">{foot}</div>}
    </dialog>
  )
}
