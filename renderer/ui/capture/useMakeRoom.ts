import { useEffect, type RefObject } from 'react'

import type { CaptureLine } from '../../state/captureLine'

function isAllSelected({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length
}

/**
 * While a sent line still stands in the field, what is typed or pasted begins the next one: the field is
 * emptied just before, so the two never run together. A refused line can be edited; typed over as a whole
 * (it is selected when it comes back), it moves to the lines not saved.
 */
export function useMakeRoom(input: RefObject<HTMLInputElement | null>, capture: CaptureLine): void {
  useEffect(() => {
    const element = input.current
    if (element === null) return undefined

    const standing = () => {
      const { sent, shown } = capture.state.get()
      const line = sent.find(({ id }) => id === shown)
      if (line === undefined) return null
      if (line.refused === null) return 'saving'
      return isAllSelected(element) ? 'typed over' : null
    }
    const onBeforeInput = (event: InputEvent) => {
      const way = standing()
      if (way === null) return
      if (way === 'saving' && !event.inputType.startsWith('insert')) event.preventDefault()
      else capture.makeRoom()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const composes = event.isComposing || event.key === 'Process' || event.key === 'Dead'
      if (composes && standing() !== null) capture.makeRoom()
    }

    element.addEventListener('beforeinput', onBeforeInput)
    element.addEventListener('keydown', onKeyDown)
    return () => {
      element.removeEventListener('beforeinput', onBeforeInput)
      element.removeEventListener('keydown', onKeyDown)
    }
  }, [input, capture])
}
