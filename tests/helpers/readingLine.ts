import type { Page } from 'playwright'

/** A place in the script on the screen: the words that stand at the reading line, and where its line lies. */
export type AtLine = { readonly text: string; readonly offset: number }

/**
 * The words at the prompter's reading line, from the line's first one on, and how far below it their line begins,
 * in lines: 0 when it has just come to it, towards -1 when it is about to leave. Between paragraphs the text is
 * that of the line below.
 */
export function atReadingLine(prompter: Page): Promise<AtLine> {
  return prompter.evaluate(() => {
    const script = document.querySelector('.script')
    const words = document.querySelector('.cue-text [data-words]')
    if (script === null || words === null) throw new Error('There is no script')
    const frame = script.getBoundingClientRect()
    const height = Number.parseFloat(getComputedStyle(words).lineHeight)
    const line = frame.top + frame.height / 3
    const range = document.createRange()
    for (const paragraph of document.querySelectorAll('.cue-text [data-words]')) {
      if (paragraph.getBoundingClientRect().bottom <= line + 1) continue
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        for (let at = 0; at < length; at += 1) {
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const box = range.getBoundingClientRect()
          const top = box.top + box.height / 2 - height / 2
          if (box.width > 0 && top + height > line + 1)
            return { text: node.textContent?.slice(at, at + 40) ?? '', offset: (top - line) / height }
        }
      }
    }
    return { text: '', offset: 0 }
  })
}

/** Whether the layer of the script is moved by one animation that the compositor can play alone. */
export function animations(prompter: Page): Promise<number> {
  return prompter.evaluate(() => document.querySelector('.script-layer')?.getAnimations().length ?? 0)
}
