import type { PublicView } from '../../shared/meeting/publicView'
import { Clock } from './Clock'
import { Title } from './Title'

/** The Board during a break: calm, nothing to read but what this is, and that it goes on. */
export function Break({ view }: { readonly view: PublicView }) {
  return (
    <div className="board-break">
      <header>
        <Title title={view.title} still />
        <Clock view={view} />
      </header>
      <main>
        <h2>Break</h2>
        <p>The meeting is paused. It goes on here.</p>
      </main>
    </div>
  )
}
