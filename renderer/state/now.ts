import { useSyncExternalStore } from 'react'

function subscribe(every: number) {
  return (listener: () => void) => {
    let timer = 0
    const tick = () => {
      listener()
      timer = window.setTimeout(tick, every - (Date.now() % every))
    }
    timer = window.setTimeout(tick, every - (Date.now() % every))
    // After the computer slept, timers wake late; the eye of the user does not.
    document.addEventListener('visibilitychange', listener)
    window.addEventListener('focus', listener)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', listener)
      window.removeEventListener('focus', listener)
    }
  }
}

const eachSecond = subscribe(1_000)
const eachMinute = subscribe(60_000)
const second = () => Math.floor(Date.now() / 1_000) * 1_000
const minute = () => Math.floor(Date.now() / 60_000) * 60_000

/** The time in milliseconds, rendering again at each full second. */
export function useSecond(): number {
  return useSyncExternalStore(eachSecond, second)
}

/** The time in milliseconds, rendering again at each full minute. */
export function useMinute(): number {
  return useSyncExternalStore(eachMinute, minute)
}
