import type { Span } from '../../shared/script/fill'
import { countWords } from '../../shared/script/words'

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

/** One paragraph as it is read aloud. It carries its number of words; one of directions alone carries none. */
export function Paragraph({ spans }: { readonly spans: readonly Span[] }) {
  const words = countWords([spans])
  const pieces = spans.map((span, index) => <Piece key={index} span={span} />)
  return words === 0 ? <p className="unspoken">{pieces}</p> : <p data-words={words}>{pieces}</p>
}

/** Paragraphs of a response, which does not scroll by words. */
export function Paragraphs({ spans }: { readonly spans: readonly (readonly Span[])[] }) {
  return spans.map((paragraph, index) => (
    <p key={index} className={countWords([paragraph]) === 0 ? 'unspoken' : undefined}>
      {paragraph.map((span, place) => (
        <Piece key={place} span={span} />
      ))}
    </p>
  ))
}
