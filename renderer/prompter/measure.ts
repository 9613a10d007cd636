import type { TextLine } from '../../shared/script/pace'

/** Parts of a paragraph that are seen but not spoken carry this attribute. */
const UNSPOKEN = '[data-unspoken]'

type Box = { readonly middle: number; readonly width: number }

function textBoxes(paragraph: Element, range: Range): Box[] {
  const boxes: Box[] = []
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(UNSPOKEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  while (walker.nextNode() !== null) {
    range.selectNodeContents(walker.currentNode)
    for (const box of range.getClientRects()) {
      if (box.width > 0) boxes.push({ middle: box.top + box.height / 2, width: box.width })
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
 * The lines of a laid-out script, in pixels from the top of `layer`. A paragraph says in `data-words` how many
 * words it has; each of its lines gets the share of them that it has of the paragraph's width.
 */
export function measureLines(layer: HTMLElement): TextLine[] {
  const origin = layer.getBoundingClientRect().top
  const range = document.createRange()
  const measured: TextLine[] = []
  let floor = 0
  let lineHeight = 0
  for (const paragraph of layer.querySelectorAll('[data-words]')) {
    lineHeight ||= Number.parseFloat(getComputedStyle(paragraph).lineHeight)
    const words = Number(paragraph.getAttribute('data-words'))
    const lines = byLine(textBoxes(paragraph, range), lineHeight)
    const width = lines.reduce((sum, line) => sum + line.width, 0)
    for (const line of lines) {
      const top = Math.max(floor, line.middle - lineHeight / 2 - origin)
      floor = Math.max(top + 1, line.middle + lineHeight / 2 - origin)
      measured.push({ top, bottom: floor, words: (words * line.width) / width })
    }
  }
  return measured
}
