import type { MeasuredBlock } from '../../shared/script/blocks'
import type { ScriptCue } from '../../shared/script/cues'
import type { TextLine } from '../../shared/script/pace'

/** Parts of a paragraph that are seen but not spoken carry this attribute. */
const UNSPOKEN = '[data-unspoken]'

/** Where things stand below the top of a block, also in a window that is turned upside down. */
type Ruler = (box: DOMRect) => { readonly top: number; readonly bottom: number }

type Box = { readonly middle: number; readonly width: number }

function rulerOf(block: HTMLElement): Ruler {
  const frame = block.getBoundingClientRect()
  return document.documentElement.dataset['flip'] === 'true'
    ? ({ top, bottom }) => ({ top: frame.bottom - bottom, bottom: frame.bottom - top })
    : ({ top, bottom }) => ({ top: top - frame.top, bottom: bottom - frame.top })
}

function textBoxes(paragraph: Element, range: Range, ruler: Ruler): Box[] {
  const boxes: Box[] = []
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(UNSPOKEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  while (walker.nextNode() !== null) {
    range.selectNodeContents(walker.currentNode)
    for (const rect of range.getClientRects()) {
      const { top, bottom } = ruler(rect)
      if (rect.width > 0) boxes.push({ middle: (top + bottom) / 2, width: rect.width })
    }
  }
  return boxes
}

function byLine(boxes: readonly Box[], lineHeight: number): Box[] {
  const lines: Box[] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(box.middle - last.middle) < lineHeight / 2) {
      lines[lines.length - 1] = { middle: last.middle, width: last.width + box.width }
    } else {
      lines.push(box)
    }
  }
  return lines
}

/**
 * The lines of a cue that is laid out, in pixels from its top. A paragraph says in `data-words` how many words it
 * has; each of its lines gets the share of them that it has of the paragraph's width.
 */
function linesOf(block: HTMLElement, ruler: Ruler): TextLine[] {
  const range = document.createRange()
  const measured: TextLine[] = []
  let floor = 0
  let lineHeight = 0
  for (const paragraph of block.querySelectorAll('[data-words]')) {
    lineHeight ||= Number.parseFloat(getComputedStyle(paragraph).lineHeight)
    const words = Number(paragraph.getAttribute('data-words'))
    const lines = byLine(textBoxes(paragraph, range, ruler), lineHeight)
    const width = lines.reduce((sum, line) => sum + line.width, 0)
    for (const line of lines) {
      const top = Math.max(floor, line.middle - lineHeight / 2)
      floor = Math.max(top + 1, line.middle + lineHeight / 2)
      measured.push({ top, bottom: floor, words: (words * line.width) / width })
    }
  }
  return measured
}

/** Measures the cues that are laid out in the layer, with the space below each, into `known`; none of them twice. */
export function measureBlocks(
  layer: HTMLElement,
  cues: readonly ScriptCue[],
  known: WeakMap<ScriptCue, MeasuredBlock>,
): void {
  const blocks = [...layer.querySelectorAll<HTMLElement>(':scope > [data-block]')]
  blocks.forEach((block, index) => {
    const cue = cues[index]
    if (cue === undefined || known.has(cue)) return
    const ruler = rulerOf(block)
    const next = blocks[index + 1]
    const frame = block.getBoundingClientRect()
    const below = Number.parseFloat(getComputedStyle(block).marginBottom)
    const height = next === undefined ? frame.height + below : ruler(next.getBoundingClientRect()).top
    known.set(cue, { height, lines: linesOf(block, ruler) })
  })
}
