import { useEffect, useRef, useState } from 'react'

import { prompterKeys, type PrompterCommandId } from '../../shared/keys/prompter'
import { bridge } from '../bridge'

/** What became of asking for the keys; empty while nothing was asked. */
function wordsFor(answer: Awaited<ReturnType<typeof ask>>): string {
  if (!answer.ok) return answer.refusal.sentence
  const { held } = answer.value
  return held.length === 0
    ? ''
    : `Another program holds ${held.join(', ')}: ${held.length === 1 ? 'that key does' : 'those keys do'} not work.`
}

const ask = (on: boolean) => bridge.call('shortcuts:set', { on })

/**
 * Lets the starred keys work while another program has the focus, as long as `on` says so. Says in a sentence which
 * of them cannot be had.
 */
export function useGlobalKeys(on: boolean, run: (command: PrompterCommandId) => void): string {
  const [words, setWords] = useState('')
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  }, [run])

  useEffect(() => {
    let wanted = true
    void ask(on).then((answer) => {
      if (wanted) setWords(on ? wordsFor(answer) : '')
    })
    return () => {
      wanted = false
    }
  }, [on])

  useEffect(
    () =>
      bridge.on('prompter:command', ({ id }) => {
        const command = prompterKeys.find((each) => each.id === id)
        if (command !== undefined) latest.current(command.id)
      }),
    [],
  )
  return words
}
