import './readBack.css'

import type { PublicView } from '../../shared/meeting/publicView'
import { Clock } from './Clock'
import { FitText } from './FitText'
import { Title } from './Title'

type ReadBackProps = { readonly view: PublicView; readonly text: string; readonly still: boolean }

/** The sentence of a decision, over everything else, while it is read out. */
export function ReadBack({ view, text, still }: ReadBackProps) {
  return (
    <div className="board board-read-back">
      <header>
        <Title title={view.title} still={still} />
        <Clock view={view} />
      </header>
      <main>
        <h2 id="read-back">Decision, read back</h2>
        <section className="read-back-room" aria-labelledby="read-back">
          <FitText className="read-back" text={text} largest={11} smallest={3.1} still={still} />
        </section>
        <p className="read-back-ask">Do you agree?</p>
      </main>
    </div>
  )
}
