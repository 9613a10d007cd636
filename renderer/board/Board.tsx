import { useEffect } from 'react'

import type { BoardView } from '../../shared/meeting/boardView'
import { Agenda, AgendaLine } from './Agenda'
import { Break } from './Break'
import { Clock } from './Clock'
import { FitText } from './FitText'
import { Actions, Concerns, Decisions } from './Lists'
import { Plan } from './Plan'
import { ReadBack } from './ReadBack'
import { Stakes } from './Stakes'
import { Title } from './Title'
import { useBoard } from './useBoard'
import { useBoardKeys } from './useBoardKeys'
import { useDensity } from './useDensity'
import { usePainted } from './usePainted'

/** The Board's window: what the room may see, or a blank page. */
export function Board() {
  const { view, frozen, blank, asked } = useBoard()
  usePainted()
  useBoardKeys()
  const title = view?.title ?? ''
  useEffect(() => {
    document.title = title === '' ? 'Board' : `Board – ${title}`
  }, [title])
  const theme = view?.theme ?? 'light'
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])

  if (!asked) return <main className="board-plain" aria-busy="true" />
  if (view === null || blank) {
    return (
      <main className="board-plain">
        <h1>{title === '' ? 'No meeting on the board' : title}</h1>
      </main>
    )
  }
  if (view.status === 'paused') return <Break view={view} />
  if (view.readBack !== null)
    return <ReadBack key={view.readBack.text} view={view} text={view.readBack.text} still={frozen} />
  return <Page view={view} still={frozen} />
}

type Phase = 'before' | 'live' | 'after'

function phaseOf(status: BoardView['status']): Phase {
  switch (status) {
    case 'draft':
      return 'before'
    case 'live':
    case 'paused':
      return 'live'
    case 'ended':
    case 'finalised':
      return 'after'
  }
}

/** So many entries leave room for a louder bottom line and the plan's way back. A long one counts as several. */
const FEW = 6
const LONG = 120

function countOf(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + 1 + Math.floor(text.length / LONG), 0)
}

type PageProps = { readonly view: BoardView; readonly still: boolean }

function Page({ view, still }: PageProps) {
  const phase = phaseOf(view.status)
  const entries = view.concerns.length + view.decisions.length + view.actions.length
  const quiet = phase === 'live' && entries === 0
  const crowded = countOf(view.concerns) + countOf(view.decisions) + countOf(view.actions) > FEW
  const { agenda, agendaAt, timeZone } = view
  const ref = useDensity(entries)
  return (
    <div ref={ref} className="board" data-phase={phase} data-quiet={quiet} data-crowded={crowded}>
      <header>
        <Title title={view.title} still={still} />
        <Clock view={view} />
      </header>
      <main>
        <FitText
          className="bottom-line"
          text={view.bottomLine}
          largest={crowded ? CROWDED : LARGEST[phase]}
          smallest={3.1}
          still={still}
        />
        {phase !== 'after' && <Stakes stakes={view.stakes} still={still} />}
        {phase === 'live' && !quiet && <AgendaLine agenda={agenda} agendaAt={agendaAt} still={still} />}
        {phase !== 'before' && (
          <Plan plan={view.plan} timeZone={timeZone} room={!quiet && !crowded} still={still} />
        )}
        {(phase === 'before' || quiet) && <Agenda agenda={agenda} agendaAt={agendaAt} still={still} />}
        {phase !== 'before' && (
          <div className="lists">
            <Concerns concerns={view.concerns} still={still} />
            <Decisions decisions={view.decisions} still={still} />
            <Actions actions={view.actions} timeZone={timeZone} still={still} />
          </div>
        )}
      </main>
    </div>
  )
}

/** The largest size of the bottom line, in hundredths of the window's height; with many entries they need the room. */
const LARGEST: Readonly<Record<Phase, number>> = { before: 8, live: 7, after: 6 }
const CROWDED = 4.4
