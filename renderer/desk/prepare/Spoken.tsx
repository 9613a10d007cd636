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

/** Words to be read aloud: blanks stand out, stage directions step back, must-say phrases are strong. */
export function Spoken({ paragraphs }: { readonly paragraphs: readonly (readonly Span[])[] }) {
  return paragraphs.map((paragraph, index) => (
    <p className="spoken" key={index}>
      {paragraph.map((span, place) => (
        <Piece key={place} span={span} />
      ))}
    </p>
  ))
}
