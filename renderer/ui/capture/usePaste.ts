import { useState, type ClipboardEvent, type DragEvent } from 'react'

import { asOneLine, linesOf } from '../../../shared/capture/lines'
import type { CaptureLine } from '../../state/captureLine'

/** Several lines that came in at once, and how the line reads with them as one, and without them. */
export type Pasted = {
  readonly lines: readonly string[]
  readonly asOne: string
  readonly without: string
  /** Whether they take the place of a sent line, which makes room. */
  readonly isOver: boolean
}

type Paste = {
  readonly pasted: Pasted | null
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
  readonly onDrop: (event: DragEvent<HTMLInputElement>) => void
  readonly makeEntries: () => void
  readonly keepAsOneLine: () => void
  readonly cancel: () => void
}

/** Several lines pasted or dropped into the line: they are held until somebody says what becomes of them. */
export function usePaste(capture: CaptureLine): Paste {
  const [pasted, setPasted] = useState<Pasted | null>(null)

  /** Whether these are several lines, and so are held. */
  function hold(text: string, { value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
    if (linesOf(text).length < 2) return false
    const { sent, shown } = capture.state.get()
    const standing = sent.find(({ id }) => id === shown)
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length]
    const isAll = from === 0 && to === value.length
    const isOver = standing !== undefined && (standing.refused === null || isAll)
    const [before, after] = isOver ? ['', ''] : [value.slice(0, from), value.slice(to)]
    const one = [/\S$/.test(before) ? ' ' : '', asOneLine(text), /^\S/.test(after) ? ' ' : ''].join('')
    setPasted({ lines: linesOf(text), asOne: before + one + after, without: before + after, isOver })
    return true
  }

  function put(line: string) {
    setPasted(null)
    if (pasted?.isOver === true) capture.makeRoom()
    if (line !== capture.state.get().line) capture.type(line)
  }

  return {
    pasted,
    onPaste: (event) => {
      if (hold(event.clipboardData.getData('text/plain'), event.currentTarget)) event.preventDefault()
    },
    onDrop: (event) => {
      if (hold(event.dataTransfer.getData('text/plain'), event.currentTarget)) event.preventDefault()
    },
    makeEntries: () => {
      if (pasted === null) return
      put(pasted.without)
      capture.sendAll(pasted.lines)
    },
    keepAsOneLine: () => {
      if (pasted !== null) put(pasted.asOne)
    },
    cancel: () => setPasted(null),
  }
}
