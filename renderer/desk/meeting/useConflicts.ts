import { useEffect, useRef, useState } from 'react'

import type { ToldConflict } from '../../../shared/meeting/conflictWords'
import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'

const NONE: readonly ToldConflict[] = []

/**
 * The differences between joined copies that nobody has settled. Asked for when the meeting opens or was joined,
 * and after a change only as long as there are some: a meeting without any costs nothing.
 */
export function useConflicts(meeting: Meeting): readonly ToldConflict[] {
  const [conflicts, setConflicts] = useState(NONE)
  const [merges, setMerges] = useState(0)
  const asked = useRef(-1)
  const some = useRef(false)
  const { id } = meeting

  useEffect(
    () =>
      bridge.on('meeting:replaced', ({ meeting: joined }) => {
        if (joined === id) setMerges((number) => number + 1)
      }),
    [id],
  )
  useEffect(() => {
    if (asked.current === merges && !some.current) return undefined
    let wanted = true
    void bridge.call('copy:conflicts', { meeting: meeting.id }).then((answer) => {
      if (!wanted || !answer.ok) return
      asked.current = merges
      some.current = answer.value.conflicts.length > 0
      setConflicts(some.current ? answer.value.conflicts : NONE)
    })
    return () => {
      wanted = false
    }
  }, [merges, meeting])
  return conflicts
}
