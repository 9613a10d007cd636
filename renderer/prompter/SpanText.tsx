import type { Span } from '../../shared/script/fill'
import { keyed } from './keyed'
import { paragraphWords } from './paragraphWords'
import { phraseId } from './phrases'

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
    case 'filled':
      if (span.stale === undefined) return <>{span.text}</>
      return (
        <mark className="stale">
          {span.text}
          <span className="stale-sign" data-unspoken>
            {span.stale}
          </span>
        </mark>
      )
    case 'text':
      return <>{span.text}</>
  }
}

type MustSayProps = { readonly cue: string; readonly span: Span; readonly last: boolean }

/** A piece of a must-say phrase. The tick beside its last one takes no room in the text. */
function MustSay({ cue, span, last }: MustSayProps) {
  if (span.phrase === undefined) return <Piece span={span} />
  return (
    <u className="must-say" data-phrase={phraseId(cue, span.phrase)} data-last={last}>
      <Piece span={span} />
    </u>
  )
}

function Pieces({ cue, spans }: { readonly cue: string; readonly spans: readonly Span[] }) {
  const lastOf = new Map(spans.map(({ phrase }, index) => [phrase, index]))
  return keyed(spans, (span) => span.kind + span.text).map(({ key, item }, index) => (
    <MustSay key={key} cue={cue} span={item} last={lastOf.get(item.phrase) === index} />
  ))
}

function wordsOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

/** One paragraph as it is read aloud. It carries its number of words; one of directions alone carries none. */
export function Paragraph({ cue, spans }: { readonly cue: string; readonly spans: readonly Span[] }) {
  const words = paragraphWords(spans)
  if (words === 0) {
    return (
      <p className="unspoken">
        <Pieces cue={cue} spans={spans} />
      </p>
    )
  }
  return (
    <p data-words={words}>
      <Pieces cue={cue} spans={spans} />
    </p>
  )
}

type ParagraphsProps = {
  /** The cue they belong to, whose must-say phrases are marked in them. */
  readonly cue?: string
  readonly spans: readonly (readonly Span[])[]
}

/** Several paragraphs, one below the other. */
export function Paragraphs({ cue = '', spans }: ParagraphsProps) {
  return keyed(spans, wordsOf).map(({ key, item }) => <Paragraph key={key} cue={cue} spans={item} />)
}
