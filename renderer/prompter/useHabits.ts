import { useCallback, useState, useSyncExternalStore } from 'react'

import { rememberedHabits, rememberHabits, type Habits } from './memory'

const calm = matchMedia('(prefers-reduced-motion: reduce)')

function onCalm(changed: () => void): () => void {
  calm.addEventListener('change', changed)
  return () => calm.removeEventListener('change', changed)
}

type HabitsInUse = {
  readonly habits: Habits
  /** Whether the script moves line by line: as the presenter chose, else as the system asks for it. */
  readonly stepping: boolean
  readonly adopt: (change: Partial<Habits>) => void
}

/** The presenter's habits on this computer, kept as soon as they change. */
export function useHabits(): HabitsInUse {
  const [habits, setHabits] = useState(rememberedHabits)
  const isCalm = useSyncExternalStore(onCalm, () => calm.matches)
  const adopt = useCallback(
    (change: Partial<Habits>) =>
      setHabits((before) => {
        const next = { ...before, ...change }
        rememberHabits(next)
        return next
      }),
    [],
  )
  return { habits, stepping: habits.stepping ?? isCalm, adopt }
}
