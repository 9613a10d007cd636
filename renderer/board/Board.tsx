import { useEffect, useLayoutEffect, useRef } from 'react'

import type { PublicView } from '../../shared/meeting/publicView'
import { Break } from './Break'
import { Clock } from './Clock'
import { Actions, Concerns, Decisions } from './Lists'
import { Plan } from './Plan'
import { ReadBack } from './ReadBack'
import { useBoard } from './useBoard'
import { usePainted } from './usePainted'

/** The Board's window: what the room may see, or a blank page. */
export function Board() {
  const { view, blank, asked } = useBoard()
  usePainted()
  const title = view?.title ?? ''
  useEffect(() => {
    document.title = title === '' ? 'Board' : `Board – ${title}`
  }, [title])

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
    return <ReadBack key={view.readBack.text} view={view} text={view.readBack.text} />
  return <Page view={view} />
}

type Phase = 'before' | 'live' | 'after'

function phaseOf(status: PublicView['status']): Phase {
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

/** So many entries leave room for a louder bottom line, and for the way back in the plan. */
const FEW = 6

function Page({ view }: { readonly view: PublicView }) {
  const phase = phaseOf(view.status)
  const entries = view.concerns.length + view.decisions.length + view.actions.length
  const quiet = phase === 'live' && entries === 0
  const crowded = entries > FEW
  return (
    <div className="board" data-phase={phase} data-quiet={quiet}>
      <header>
        <h1>{view.title}</h1>
        <Clock view={view} />
      </header>
      <main>
        <BottomLine key={view.bottomLine} text={view.bottomLine} loud={crowded ? CROWDED : LOUD[phase]} />
        {phase !== 'after' && <Stakes stakes={view.stakes} />}
        {phase !== 'before' && <Plan plan={view.plan} timeZone={view.timeZone} room={!quiet && !crowded} />}
        {(phase === 'before' || quiet) && <Agenda agenda={view.agenda} />}
        {phase !== 'before' && (
          <div className="lists">
            <Concerns concerns={view.concerns} />
            <Decisions decisions={view.decisions} />
            <Actions actions={view.actions} timeZone={view.timeZone} />
          </div>
        )}
      </main>
    </div>
  )
}

type Loud = { readonly largest: number; readonly lines: number }

/** Sizes of the bottom line in hundredths of the window's height, and how many lines it should take. */
const LOUD: Readonly<Record<Phase, Loud>> = {
  before: { largest: 8, lines: 4 },
  live: { largest: 7, lines: 3 },
  after: { largest: 6, lines: 3 },
}
/** With many entries they need the room more. */
const CROWDED: Loud = { largest: 5.2, lines: 3 }
const SMALLEST = 4.6
const MORE_LINES = 2

/** Sets the largest size at which all of the text is in sight, in as few lines as that needs. */
function fit(element: HTMLElement, largest: number, lines: number) {
  for (let allowed = lines; allowed <= lines + MORE_LINES; allowed += 1) {
    element.style.setProperty('-webkit-line-clamp', String(allowed))
    for (let size = largest; size >= SMALLEST; size -= 0.2) {
      element.style.fontSize = `calc(var(--unit) * ${size})`
      const hidden = element.scrollHeight - element.clientHeight
      if (hidden < element.clientHeight / (2 * allowed)) return
    }
  }
}

/**
 * The bottom line, as large as fits its lines. A text too long even at the smallest size ends in an ellipsis
 * one can see; the record has all of it.
 */
function BottomLine({ text, loud }: { readonly text: string; readonly loud: Loud }) {
  const ref = useRef<HTMLParagraphElement | null>(null)
  useLayoutEffect(() => {
    const again = () => {
      if (ref.current !== null) fit(ref.current, loud.largest, loud.lines)
    }
    again()
    addEventListener('resize', again)
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      removeEventListener('resize', again)
      document.fonts.removeEventListener('loadingdone', again)
    }
  }, [loud])
  return (
    <p className="bottom-line" ref={ref}>
      {text}
    </p>
  )
}

function Stakes({ stakes }: Pick<PublicView, 'stakes'>) {
  if (stakes.length === 0) return null
  return (
    <section className="stakes">
      <h2>At stake</h2>
      <ul aria-label="At stake">
        {stakes.map((stake) => (
          <li key={stake.id}>{stake.title}</li>
        ))}
      </ul>
    </section>
  )
}

function Agenda({ agenda }: Pick<PublicView, 'agenda'>) {
  return (
    <section className="agenda">
      <h2>Agenda</h2>
      <ol aria-label="Agenda">
        {agenda.map((item) => (
          <li key={item.id}>{item.title}</li>
        ))}
      </ol>
    </section>
  )
}
