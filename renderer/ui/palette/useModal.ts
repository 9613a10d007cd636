import { useEffect, useRef } from 'react'

/** Shows a dialog over everything, closes it on a click beside it, and gives the focus back where it was. */
export function useModal(dialog: React.RefObject<HTMLDialogElement | null>, onClose: () => void): void {
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  }, [onClose])

  useEffect(() => {
    const element = dialog.current
    if (element === null) return undefined
    const before = document.activeElement
    const beside = (event: MouseEvent) => event.target === element && latest.current()
    element.addEventListener('click', beside)
    element.showModal()
    return () => {
      element.removeEventListener('click', beside)
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [dialog])
}
