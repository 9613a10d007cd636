import { route } from '../state/route'
import { useObservable } from '../state/store'
import { Library } from './library/Library'
import { MeetingPage } from './meeting/MeetingPage'

/** The main window: the library, or one meeting at one of its stages. */
export function Desk() {
  const here = useObservable(route)
  return here.page === 'library' ? <Library /> : <MeetingPage key={here.id} id={here.id} stage={here.stage} />
}
