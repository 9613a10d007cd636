import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'

import type { Command } from '../../shared/meeting/commands'
import type { Meeting, PhraseMark } from '../../shared/meeting/schema'
import type { ScriptCue } from '../../shared/script/cues'
import { heardIn } from '../../shared/voice/heard'
import { heardOf, isJump, isSaid, marksOf, passed, phrasesOf, type Phrase } from './phrases'
import type { Scroller } from './scroller'
import type { Script } from './useScript'
import type { Voice } from './useVoice'

/** How often the script's place is looked at, in milliseconds. */
const LOOK_EVERY = 500

/** A phrase with what is known of it. */
export type MarkedPhrase = Phrase & {
  readonly said: boolean
  readonly mark: PhraseMark['mark'] | null
}

type Phrases = {
  readonly phrases: readonly MarkedPhrase[]
  /** Ticks a phrase by hand, or unticks it. */
  readonly toggle: (id: string) => void
}

/**
 * The must-say phrases with their marks. While a live meeting's script runs, each is marked as shown once it has
 * come past the reading line, and as heard once a followed voice has said it. The ticks in the script are attributes set beside React, and change no layout.
 */
export function usePhrases(
  meeting: Meeting,
  script: Script,
  /** The cues that are laid out. */
  cues: readonly ScriptCue[],
  scroller: Scroller | null,
  layerRef: React.RefObject<HTMLDivElement | null>,
  send: (command: Command) => void,
  voice: Pick<Voice, 'onHeard'>,
): Phrases {
  const all = useMemo(() => phrasesOf(script.cues), [script])
  const marks = useMemo(() => marksOf({ phrases: meeting.phrases }), [meeting.phrases])
  const live = meeting.status === 'live'
  const latest = useRef({ all, marks, live, send })
  useEffect(() => {
    latest.current = { all, marks, live, send }
  }, [all, marks, live, send])

  useEffect(() => {
    if (scroller === null) return
    const sent = new Set<string>()
    let [word, time] = [scroller.word(), performance.now()]
    const look = () => {
      const before = { word, time }
      word = scroller.word()
      time = performance.now()
      const { wordsPerMinute, running, resting } = scroller.state.get()
      const now = latest.current
      const jumped = isJump(word - before.word, (time - before.time) / 1000, wordsPerMinute)
      if (!now.live || resting || jumped || (!running && scroller.secondsLeft() > 0)) return
      const fresh = passed(now.all, before.word, word, now.marks).filter(({ id }) => !sent.has(id))
      for (const { id } of fresh) sent.add(id)
      if (fresh.length > 0) requestIdleCallback(() => fresh.forEach((each) => now.send(mark(each, 'shown'))))
    }
    const timer = setInterval(look, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [scroller])

  const { onHeard } = voice
  useEffect(() => {
    const words = new Set<number>()
    const sent = new Set<string>()
    let spoken = latest.current.all
    return onHeard((place) => {
      if (place.kind !== 'place') return
      if (spoken !== latest.current.all) words.clear()
      spoken = latest.current.all
      for (const word of heardIn(place)) words.add(word)
      const { all: phrases, marks: known, live: isLive, send: tell } = latest.current
      if (!isLive) return
      for (const phrase of heardOf(phrases, words, known)) {
        if (!sent.has(phrase.id)) tell(mark(phrase, 'heard'))
        sent.add(phrase.id)
      }
    })
  }, [onHeard])

  useLayoutEffect(() => {
    if (cues.length === 0) return
    for (const element of layerRef.current?.querySelectorAll<HTMLElement>('[data-phrase]') ?? []) {
      element.dataset['said'] = String(isSaid(marks.get(element.dataset['phrase'] ?? '')))
    }
  }, [layerRef, marks, cues])

  const toggle = useCallback((id: string) => {
    const { all: phrases, marks: known, send: tell } = latest.current
    const phrase = phrases.find((each) => each.id === id)
    if (phrase !== undefined) tell(mark(phrase, isSaid(known.get(id)) ? 'unticked' : 'ticked'))
  }, [])

  const phrases = useMemo(
    () =>
      all.map((phrase) => {
        const known = marks.get(phrase.id)
        return { ...phrase, said: isSaid(known), mark: known ?? null }
      }),
    [all, marks],
  )
  return { phrases, toggle }
}

function mark({ cue, phrase }: Phrase, how: PhraseMark['mark']): Command {
  return { type: 'markPhrase', cue, phrase, mark: how }
}
