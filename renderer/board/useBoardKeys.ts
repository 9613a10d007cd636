import { useEffect } from 'react'

import { boardKeys } from '../../shared/keys/board'
import { matchKey } from '../../shared/keys/match'
import { bridge } from '../bridge'

/** Runs the commands of the Board's own keys. A held key counts once. */
export function useBoardKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = matchKey(event, boardKeys)
      if (command === null) return
      event.preventDefault()
      if (!event.repeat) void bridge.call('board:window', { do: command.id })
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
