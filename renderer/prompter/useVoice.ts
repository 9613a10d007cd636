import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'

import type { Meeting, Objection } from '../../shared/meeting/schema'
import { responseParts } from '../../shared/script/cues'
import { voiceLanguage, type VoiceEvent } from '../../shared/voice/events'
import { spokenWords } from '../../shared/voice/words'
import { useObservable, type Observable } from '../state/store'
import { voiceSession, type MotionMode, type Session, type VoiceState } from '../voice/session'
import { turnToWord } from './cardWord'
import { rememberedMotion, rememberMotion } from './memory'
import type { Scroller } from './scroller'
import type { Script } from './useScript'

export type Voice = {
  readonly state: Observable<VoiceState>
  readonly setMode: (mode: MotionMode) => void
  /** The next way of moving; the same again where listening failed. */
  readonly nextMode: () => void
  /** Calls back with all that is heard, but for places in a response. */
  readonly onHeard: (listener: (event: VoiceEvent) => void) => () => void
}

const MODES = ['timed', 'paced', 'follow'] as const satisfies readonly MotionMode[]

/** What is said of the way of moving takes the place of what was said of it before. */
const MOTION = 'motion'

const WORDS: Readonly<Record<MotionMode, string>> = {
  timed: 'Timed: the script runs at the pace that is set.',
  paced: 'Paced: the script rests while you rest. The microphone is on while it runs.',
  follow: 'Follow: the script stays with the words you speak. The microphone is on while it runs.',
}

type Parts = {
  readonly meeting: Meeting
  readonly script: Script
  readonly scroller: Scroller | null
  readonly response: Objection | null
  readonly now: string
  /** Whether the prompter is hidden in a panic: then nobody is listened to. */
  readonly hidden: boolean
  readonly say: (sentence: string, subject: string) => void
}

/** The scroller may come later than the session that moves it. */
function sessionFor(latest: { current: Parts }, tell: (event: VoiceEvent) => void): Session {
  return voiceSession(
    {
      setDrive: (drive) => latest.current.scroller?.setDrive(drive),
      guide: (speaker) => latest.current.response === null && latest.current.scroller?.guide(speaker),
      setPace: () => latest.current.scroller?.state.get().wordsPerMinute ?? 140,
    },
    (sentence) => latest.current.say(sentence, MOTION),
    tell,
  )
}

/** Listening, as this meeting's prompter wants it: which way of moving, and what is made of what is heard. */
export function useVoice(parts: Parts, cardRef: React.RefObject<HTMLElement | null>): Voice {
  const { meeting, script, scroller, response, now, hidden } = parts
  const latest = useRef(parts)
  useEffect(() => {
    latest.current = parts
  })
  const [listeners] = useState(() => new Set<(event: VoiceEvent) => void>())
  const [session] = useState(() =>
    sessionFor(latest, (event) => {
      const isOnCard = latest.current.response !== null && event.kind === 'place'
      if (isOnCard) turnToWord(cardRef.current, event.word + 1)
      else for (const listener of listeners) listener(event)
    }),
  )

  const mode = useSyncExternalStore(session.state.subscribe, () => session.state.get().mode)
  const words = useMemo(() => {
    if (mode !== 'follow') return []
    if (response?.response == null) return spokenWords(script.cues.flatMap(({ paragraphs }) => paragraphs))
    const { sayFirst, evidence, questionBack } = responseParts(response.response, meeting, now)
    return spokenWords([...sayFirst, ...evidence, ...questionBack])
    // What a response says changes with its facts alone, and those make another script too.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [mode, script, response?.id, response?.response])
  const language = voiceLanguage(meeting.playbook.language)
  const inScript = response === null
  const isOver = meeting.status !== 'draft' && meeting.status !== 'live'
  useEffect(() => {
    const place = inScript ? Math.round(scroller?.word() ?? 0) : 0
    session.setText({ words, place }, language)
  }, [session, scroller, words, inScript, language])

  useEffect(() => {
    if (scroller === null) return undefined
    scroller.onSeized(() => latest.current.response === null && session.seek(Math.round(scroller.word())))
    const look = () => session.setRunning(scroller.state.get().running && !hidden && !isOver)
    look()
    return scroller.state.subscribe(look)
  }, [session, scroller, hidden, isOver])

  const setMode = useCallback(
    (next: MotionMode) => {
      rememberMotion(meeting.id, next)
      latest.current.say(WORDS[next], MOTION)
      session.setMode(next)
    },
    [meeting.id, session],
  )
  useEffect(() => {
    const remembered = rememberedMotion(meeting.id)
    if (scroller !== null && remembered !== 'timed') session.setMode(remembered)
  }, [meeting.id, session, scroller])
  useEffect(() => session.close, [session])

  const nextMode = useCallback(() => {
    const { mode: last, status } = session.state.get()
    const mayWork = last !== 'follow' || language !== null
    const next = MODES[(MODES.indexOf(last) + 1) % MODES.length] ?? 'timed'
    setMode(status === 'failed' && mayWork ? last : next)
  }, [session, setMode, language])
  const onHeard = useCallback(
    (listener: (event: VoiceEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    [listeners],
  )
  return { state: session.state, setMode, nextMode, onHeard }
}

/** What listening does now. */
export function useVoiceState(voice: Voice): VoiceState {
  return useObservable(voice.state)
}
