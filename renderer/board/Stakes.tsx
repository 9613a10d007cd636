import type { BoardView } from '../../shared/meeting/boardView'
import { PagedList } from './PagedList'

type Props = Pick<BoardView, 'stakes'> & { readonly still: boolean }

/** So many letters stay together in a line. */
const SHORT = 40

/** What is at stake, in a line or two; more of them turn their pages. */
export function Stakes({ stakes, still }: Props) {
  if (stakes.length === 0) return null
  const items = stakes.map(({ id, title }) => ({
    id,
    stamp: title,
    content: <span className={title.length < SHORT ? 'whole' : ''}>{title}</span>,
  }))
  return <PagedList className="row stakes" name="At stake" items={items} still={still} />
}
