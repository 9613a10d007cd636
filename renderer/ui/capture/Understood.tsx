import './capture.css'

import type { ReactNode } from 'react'

import { askedInWords, Choices } from './Choices'
import { Reading } from './Reading'
import type { CaptureField } from './useCaptureField'

type UnderstoodProps = {
  readonly field: CaptureField
  readonly timeZone: string
  /** What stands there while nothing is typed. */
  readonly children: ReactNode
}

/** Under a capture line: what was understood, each part to be refused; what is to be noticed, and to be chosen. */
export function Understood({ field, timeZone, children }: UnderstoodProps) {
  const { id, input, capture, isBlank, reading, kept, taken, notes, problems, choosing } = field
  const { asked } = choosing

  function mean<T>(how: (what: T) => void) {
    return (what: T) => {
      how(what)
      input.current?.focus()
    }
  }

  return (
    <>
      <p hidden id={`${id}-reading`}>
        {field.words}
      </p>
      {isBlank ? (
        children
      ) : (
        <Reading
          reading={reading}
          kept={kept}
          taken={taken}
          timeZone={timeZone}
          onTakeFor={mean(capture.takeFor)}
          onAsText={mean(capture.takeAsText)}
          onAsPart={mean(capture.takeAsPart)}
        />
      )}
      <div className="capture-asks">
        {problems.map(({ code, sentence }) => (
          <p className="reading-problem" key={code}>
            {sentence}
          </p>
        ))}
        {notes.map((sentence) => (
          <p className="reading-note" key={sentence}>
            {sentence}
          </p>
        ))}
        {asked !== null && (
          <Choices id={`${id}-people`} asked={asked} active={choosing.active} onChoose={choosing.choose} />
        )}
      </div>
      <p className="unseen" aria-live="polite">
        {askedInWords(asked)}
      </p>
    </>
  )
}
