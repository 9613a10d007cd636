import type { Span } from '../../shared/script/fill'
import { keyed } from './keyed'
import { paragraphWords } from './paragraphWords'

function Piece({ span }: { readonly span: Span }) {
  switch (span.kind) {
    case 'missing':
      return (
        <mark className="missing">
          <span className="missing-sign" data-unspoken>
            missing
          </span>
          {span.text}
        </mark>
      )
    case 'direction':
      return (
        <em className="direction" data-unspoken>
          <span className="visually-hidden">Stage direction: </span>
          {span.text}
        </em>
      )
    case 'text':
    case 'filled':
      return span.mustSay === true ? <u className="must-say">{span.text}</u> : <>{span.text}</>
  }
}

function Pieces({ spans }: { readonly spans: readonly Span[] }) {
  return keyed(spans, (span) => span.kind + span.text).map(({ key, item }) => <Piece key={key} span={item} />)
}

function wordsOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

/** One paragraph as it is read aloud. It carries its number of words; one of directions alone carries none. */
export function Paragraph({ spans }: { readonly spans: readonly Span[] }) {
  const words = paragraphWords(spans)
  if (words === 0) {
    return (
      <p className="unspoken">
        <Pieces spans={spans} />
      </p>
    )
  }
  return (
    <p data-words={words}>
      <Pieces spans={spans} />
    </p>
  )
}

/** Several paragraphs, one below the other. */
export function Paragraphs({ spans }: { readonly spans: readonly (readonly Span[])[] }) {
  return keyed(spans, wordsOf).map(({ key, item }) => <Paragraph key={key} spans={item} />)
}
