import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { drawsFrom, timesDrawn, type Amount, type Draw } from '../../../shared/rehearsal/draws'
import type { Answer, Run } from '../../../shared/rehearsal/schema'
import type { Objection } from '../../../shared/meeting/schema'
import { rememberAmount, rememberedAmount } from './habits'

/** Nobody objects twice in so short a time, in seconds. */
const BREATHER = 8

/** An objection that was drawn and waits for its answer: since when, after which word, when its response was shown. */
export type Drawn = {
  readonly objection: Objection
  readonly since: number
  readonly word: number
  readonly shownAfter: number | null
}

/** The deck of prepared objections in a rehearsal. Moments are seconds of the run. */
export type Deck = {
  readonly amount: Amount
  readonly choose: (amount: Amount) => void
  readonly drawn: Drawn | null
  readonly answers: () => readonly Answer[]
  /** Shuffles for a run of so many words. */
  readonly shuffle: (words: number) => void
  /** Draws the next one if its word has come by. */
  readonly look: (word: number, seconds: number) => void
  readonly shown: (seconds: number) => void
  /** The one drawn is dealt with; `passed` where it was not answered. */
  readonly done: (seconds: number, passed?: boolean) => void
}

/** Everything prepared for this meeting that somebody could raise, with a response or without. */
const preparedOf = (objections: readonly Objection[]) => objections.filter(({ at }) => at === null)

const anySeed = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

/** Raises prepared objections at moments of its choosing; those that came up least in the runs before come first. */
export function useDeck(objections: readonly Objection[], runs: readonly Run[]): Deck {
  const [amount, setAmount] = useState(rememberedAmount)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const now = useRef<{ objections: readonly Objection[]; drawn: Drawn | null }>({ objections, drawn })
  const kept = useRef<{ waiting: readonly Draw[]; answers: readonly Answer[]; free: number }>({
    waiting: [],
    answers: [],
    free: 0,
  })
  useEffect(() => {
    now.current = { objections, drawn }
  }, [objections, drawn])

  const put = useCallback((next: Drawn | null) => {
    now.current.drawn = next
    setDrawn(next)
  }, [])

  const shuffle = useCallback(
    (words: number) => {
      const times = timesDrawn(runs)
      const cards = preparedOf(now.current.objections).map(({ id }) => ({ id, drawn: times.get(id) ?? 0 }))
      kept.current = { waiting: drawsFrom(cards, words, amount, anySeed()), answers: [], free: 0 }
    },
    [runs, amount],
  )

  const look = useCallback(
    (word: number, seconds: number) => {
      const [next, ...rest] = kept.current.waiting
      if (next === undefined || now.current.drawn !== null) return
      if (next.word > word || seconds < kept.current.free) return
      kept.current = { ...kept.current, waiting: rest }
      const objection = now.current.objections.find(({ id }) => id === next.objection)
      if (objection !== undefined) put({ objection, since: seconds, word, shownAfter: null })
    },
    [put],
  )

  const shown = useCallback(
    (seconds: number) => {
      const { drawn: card } = now.current
      if (card !== null && card.shownAfter === null) put({ ...card, shownAfter: seconds - card.since })
    },
    [put],
  )

  const done = useCallback(
    (seconds: number, passed = false) => {
      const { drawn: card } = now.current
      if (card === null) return
      const { objection, since, word, shownAfter } = card
      const answer: Answer = {
        objection: objection.id,
        role: objection.role,
        text: objection.text,
        word,
        seconds: seconds - since,
        shownAfter,
        how: shownAfter !== null ? 'shown' : passed ? 'passed' : 'alone',
      }
      kept.current = { ...kept.current, answers: [...kept.current.answers, answer], free: seconds + BREATHER }
      put(null)
    },
    [put],
  )

  const choose = useCallback((next: Amount) => {
    rememberAmount(next)
    setAmount(next)
  }, [])

  return useMemo(
    () => ({ amount, choose, drawn, answers: () => kept.current.answers, shuffle, look, shown, done }),
    [amount, choose, drawn, shuffle, look, shown, done],
  )
}
