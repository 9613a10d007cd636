import { useEffect, useMemo, useState } from 'react'

import { commandSchema } from '../../shared/meeting/commands'
import type { Meeting } from '../../shared/meeting/schema'
import { refuse } from '../../shared/result'
import { captureLine, type CaptureLine } from '../state/captureLine'
import type { LiveMeeting } from '../state/meeting'
import { observable } from '../state/store'

/**
 * The presenter's own capture line; what is saved is told to `saved`, once it is on the disk, and whether others
 * wait for somebody to put them right.
 */
export function useCapture(
  meeting: Meeting,
  run: LiveMeeting['run'],
  saved: (sentence: string, others: boolean) => void,
): CaptureLine {
  const [latest] = useState(() => observable({ meeting, run, saved }))
  useEffect(() => latest.set({ meeting, run, saved }), [latest, meeting, run, saved])

  const { id } = meeting
  const capture = useMemo(
    () =>
      captureLine(id, {
        meeting: () => latest.get().meeting,
        run: async (command, entry) => {
          const checked = commandSchema.safeParse(command)
          if (checked.success) return latest.get().run(checked.data, entry)
          return refuse('shape', `What was typed ${checked.error.issues[0]?.message ?? 'is not valid'}.`)
        },
        whisper: async () => refuse('self', 'A whisper goes to the presenter, and that is you.'),
      }),
    [id, latest],
  )
  useEffect(() => void capture.restore(), [capture])
  useEffect(() => {
    let before = capture.state.get().sent.length
    return capture.state.subscribe(() => {
      const { sent, line, saved: sentence } = capture.state.get()
      // A refused line that is typed into leaves what was sent, too.
      if (sent.length < before && sentence !== null && line === '')
        latest.get().saved(
          sentence,
          sent.some(({ refused }) => refused !== null),
        )
      before = sent.length
    })
  }, [capture, latest])
  return capture
}
