import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { uuidv7 } from 'uuidv7'

import type { PrompterCommandId } from '../../../shared/keys/prompter'
import type { Objection } from '../../../shared/meeting/schema'
import { isWorthKeeping, runOf } from '../../../shared/rehearsal/run'
import type { Run } from '../../../shared/rehearsal/schema'
import { spokenOf } from '../../../shared/rehearsal/spoken'
import { bridge } from '../../bridge'
import type { Panel } from '../Overlays'
import type { Scroller } from '../scroller'
import type { MarkedPhrase } from '../usePhrases'
import type { Script } from '../useScript'
import type { Voice } from '../useVoice'
import { createEar } from './ear'
import { movedWithin } from './edited'
import { createRecorder } from './recorder'
import type { RehearsalOf } from './Rehearsal'
import { takeCommand } from './takeCommand'
import { useDeck, type Deck } from './useDeck'

/** How often it is looked where the script is, in milliseconds. */
const LOOK_EVERY = 250

/** Whoever went on by more than a word has begun. */
const BEGUN = 1

export type Phase = 'off' | 'ready' | 'reading' | 'done'

export type Rehearsing = {
  readonly phase: Phase
  readonly deck: Deck
  /** The run that is over. */
  readonly run: Run | null
  readonly seconds: () => number
  readonly end: () => void
  /** Sees every command before; says whether it took it. */
  readonly take: (command: PrompterCommandId) => boolean
  /** The report's page, which keys turn. */
  readonly reportRef: RefObject<HTMLElement | null>
}

export type Seen = {
  readonly objections: readonly Objection[]
  readonly script: Script
  readonly scroller: Scroller | null
  readonly response: Objection | null
  readonly hide: () => void
  readonly say: (sentence: string) => void
  readonly phrases: readonly MarkedPhrase[]
  /** What lies over the script; the hands of who set it are not on the script. */
  readonly panelRef: RefObject<Panel>
  readonly voice: Pick<Voice, 'state' | 'onHeard'>
}

const NO_RUNS: readonly Run[] = []

/** Keeps account of a rehearsal: where the script was when, which objections were drawn, and its run in the end. */
export function useRehearsal(rehearsal: RehearsalOf | null, seen: Seen): Rehearsing {
  const [phase, setPhase] = useState<Phase>(rehearsal === null ? 'off' : 'ready')
  const [run, setRun] = useState<Run | null>(null)
  const [recorder] = useState(() => createRecorder(() => performance.now()))
  const [ear] = useState(createEar)
  const identity = useRef({ id: uuidv7(), setPace: 0, at: '' })
  const { scroller, response } = seen
  const isOn = rehearsal !== null
  const deck = useDeck(seen.objections, rehearsal?.runs ?? NO_RUNS)
  const reportRef = useRef<HTMLElement | null>(null)
  const latest = useRef({ rehearsal, seen, deck, phase })
  useEffect(() => {
    latest.current = { rehearsal, seen, deck, phase }
  }, [rehearsal, seen, deck, phase])

  // Before anything is looked at again: what was written down has words of the script before.
  const outline = useRef(seen.script.outline)
  useLayoutEffect(() => {
    const moved = movedWithin(outline.current, seen.script.outline)
    outline.current = seen.script.outline
    if (moved === null || latest.current.phase === 'done') return
    recorder.edited(moved)
    ear.edited(moved)
  }, [seen.script, recorder, ear])

  const goTo = useCallback((next: Phase) => {
    latest.current.phase = next
    setPhase(next)
  }, [])

  const made = useCallback((): Run => {
    const { script, phrases } = latest.current.seen
    const notShown = phrases.filter(({ said }) => !said).map(({ text }) => text)
    return runOf({
      ...identity.current,
      cues: script.cues,
      samples: recorder.samples,
      answers: latest.current.deck.answers(),
      notShown,
      spoken: spokenOf(ear.heard, script.cues, script.outline.sentenceStarts()),
    })
  }, [recorder, ear])

  const end = useCallback(() => {
    const { rehearsal: of, seen: now, deck: cards, phase: was } = latest.current
    if (of === null || was !== 'reading' || now.scroller === null) return
    cards.done(recorder.seconds(), true)
    now.hide()
    const over = made()
    if (!isWorthKeeping(over)) {
      now.say('Too little was read to keep. The rehearsal starts anew.')
      return of.again()
    }
    now.scroller.setRunning(false)
    setRun(over)
    goTo('done')
    void of.keep(over).then((answer) => {
      if (!answer.ok) now.say(answer.refusal.sentence)
    })
  }, [recorder, made, goTo])

  useEffect(() => {
    if (!isOn || scroller === null) return undefined
    const look = () => {
      const { rehearsal: of, seen: now, deck: cards, phase: was } = latest.current
      const [word, { running, wordsPerMinute }] = [scroller.word(), scroller.state.get()]
      if (of === null || was === 'done') return
      if (was === 'ready') {
        if (!running && word <= BEGUN) return
        const at = new Date().toISOString()
        identity.current = { ...identity.current, setPace: wordsPerMinute, at }
        recorder.look(0, 'script')
        cards.shuffle(now.script.outline.words)
        of.begin()
        return goTo('reading')
      }
      const isAsked = cards.drawn !== null || now.response !== null
      const isAway = !running && now.panelRef.current !== 'none'
      recorder.look(word, isAsked ? 'question' : isAway ? 'away' : 'script')
      ear.look(recorder.seconds(), word, now.voice.state.get(), !isAsked && !isAway)
      if (!isAsked && !isAway) cards.look(word, recorder.seconds())
      if (!isAsked && !running && scroller.secondsLeft() <= 0) end()
    }
    const timer = setInterval(look, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [isOn, scroller, recorder, ear, end, goTo])

  useEffect(() => {
    if (phase !== 'off') void bridge.call('rehearsal:running', { on: phase !== 'ready' })
  }, [phase])
  useEffect(() => {
    if (!isOn) return undefined
    return () => void bridge.call('rehearsal:running', { on: false })
  }, [isOn])

  const { onHeard } = seen.voice
  useEffect(() => {
    if (!isOn || scroller === null) return undefined
    return onHeard((event) => {
      if (latest.current.phase !== 'done') ear.hear(recorder.seconds(), scroller.word(), event)
    })
  }, [isOn, scroller, onHeard, recorder, ear])

  // Whoever closes the window, or starts the meeting, ends the rehearsal too.
  useEffect(() => {
    const leave = () => {
      const { rehearsal: of, phase: was } = latest.current
      if (of === null || was !== 'reading') return
      latest.current.phase = 'done'
      const over = made()
      if (isWorthKeeping(over)) void of.keep(over)
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [made])

  useEffect(() => {
    const { drawn } = latest.current.deck
    if (drawn === null) return
    if (response?.id === drawn.objection.id) latest.current.deck.shown(recorder.seconds())
    else if (response === null && drawn.shownAfter !== null) latest.current.deck.done(recorder.seconds())
  }, [response, recorder])

  const take = useCallback(
    (command: PrompterCommandId) => takeCommand(command, { ...latest.current, recorder, end, reportRef }),
    [recorder, end],
  )
  return { phase, deck, run, seconds: recorder.seconds, end, take, reportRef }
}
