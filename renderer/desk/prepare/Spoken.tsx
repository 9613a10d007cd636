import type { Span } from '../../../shared/script/fill'

function Piece({ span }: { readonly span: Span }) {
  switch (span.kind) {
    case 'missing':
      return (
        <mark className="blank">
          <span className="unseen">empty: </span>
          {span.text}
        </mark>
      )
    case 'direction':
      return <span className="direction">[{span.text}]</span>
    case 'filled':
      return <span className={span.mustSay === true ? 'filled must-say' : 'filled'}>{span.text}</span>
    case 'text':
      return span.mustSay === true ? <strong className="must-say">{span.text}</strong> : span.text
  }
}

type Placed<T> = { readonly start: number; readonly item: T }

/** Each item with where it starts, counted in characters. */
function placed<T>(items: readonly T[], length: (item: T) => number): Placed<T>[] {
  let end = 0
  return items.map((item) => {
    const start = end
    end += length(item) + 1
    return { start, item }
  })
}

const spanLength = (span: Span) => span.text.length
const paragraphLength = (paragraph: readonly Span[]) =>
  paragraph.reduce((sum, span) => sum + span.text.length, 0)

/** Words to be read aloud: blanks stand out, stage directions step back, must-say phrases are strong. */
export function Spoken({ paragraphs }: { readonly paragraphs: readonly (readonly Span[])[] }) {
  return placed(paragraphs, paragraphLength).map((paragraph) => (
    <p className="spoken" key={paragraph.start}>
      {placed(paragraph.item, spanLength).map((span) => (
        <Piece key={span.start} span={span.item} />
      ))}
    </p>
  ))
}
