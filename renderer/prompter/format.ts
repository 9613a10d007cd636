import type { VoiceState } from '../voice/session'
import type { ScrollState } from './scroller'

const two = (number: number) => String(number).padStart(2, '0')

/** Less than this is a rounding error, not a second begun. */
const INSTANT = 1e-3

/** Minutes and seconds, a second begun counted whole, e.g. `6:12`. */
export function minutes(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds - INSTANT))
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`
}

/** What a voice makes of a running script; null where it goes by the clock alone. */
function voiceText({ mode, status }: Pick<VoiceState, 'mode' | 'status'>): string | null {
  switch (status) {
    case 'off':
    case 'ready':
      return null
    case 'loading':
      return 'getting ready'
    case 'failed':
      return 'timed'
    case 'timed':
      return 'not heard, timed'
    case 'holding':
      return 'waiting'
    case 'going':
      return mode === 'follow' ? 'following' : 'running'
  }
}

const CLOCK = { mode: 'timed', status: 'off', wordsPerMinute: null } as const

/** The pace in words, e.g. `140 words per minute · running`; while a voice is followed, the speaker's own. */
export function paceText(
  { wordsPerMinute, running, resting, stepping }: Omit<ScrollState, 'drive'>,
  voice: Pick<VoiceState, 'mode' | 'status' | 'wordsPerMinute'> = CLOCK,
): string {
  const moves = voiceText(voice) ?? (stepping ? 'stepping' : 'running')
  const motion = !running ? 'paused' : resting ? 'resting' : moves
  const own = running && !resting && voice.status === 'going' ? voice.wordsPerMinute : null
  return `${own ?? wordsPerMinute} words per minute · ${motion}`
}

/** What is said when the pace is set while the speaker's own counts; null where the set one is seen to change. */
export function setPaceText(
  wordsPerMinute: number,
  { mode, status }: Pick<VoiceState, 'mode' | 'status'>,
): string | null {
  if (mode !== 'follow' || (status !== 'going' && status !== 'holding')) return null
  return `You set the pace: ${wordsPerMinute} words per minute, for when your voice is not followed.`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The time of day in a zone, e.g. `14:06`. Asked for often: the formatter of a zone is made once. */
export function timeOfDay(moment: number, timeZone: string): string {
  const known = clocks.get(timeZone)
  const format = known ?? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
  if (known === undefined) clocks.set(timeZone, format)
  return format.format(moment)
}
