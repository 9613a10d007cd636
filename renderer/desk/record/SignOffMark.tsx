import { DRAWING, type SignOffMark as Mark } from '../../../shared/meeting/schema'
import { strokePath } from '../../state/strokes'

/** A sign-off as it was made: the typed name, or the strokes. */
export function SignOffMark({ mark, name }: { readonly mark: Mark; readonly name: string }) {
  if (mark.kind === 'typed') return <span className="sign-off-mark">{mark.text}</span>
  return (
    <span className="sign-off-mark">
      <svg
        viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- strokes have no address
        role="img"
        aria-label={`Drawn by ${name}`}
      >
        {mark.strokes.map((stroke, index) => (
          <path
            // oxlint-disable-next-line react/no-array-index-key -- strokes never move
            key={index}
            d={strokePath(stroke)}
            fill="none"
            stroke="currentColor"
            strokeWidth={5}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        ))}
      </svg>
    </span>
  )
}
