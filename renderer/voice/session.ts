import type { VoiceEvent, VoiceLanguage } from '../../shared/voice/events'
import {
  heard,
  listeningAgain,
  newPilot,
  ownPace,
  reachOf,
  soughtAt,
  stanceOf,
  whereabouts,
  withSound,
  type Pilot,
  type Whereabouts,
} from '../../shared/voice/pilot'
import { bridge } from '../bridge'
import { observable, type Observable } from '../state/store'
import { createCourse } from './course'
import { startListener, type Listener } from './listener'
import { openMicrophone, UNPLUGGED, type Microphone } from './microphone'
import type { FromListener, Text } from './protocol'

/** What listening is for: nothing, to rest while the speaker rests, or to stay with the spoken words. */
export type MotionMode = 'timed' | 'paced' | 'follow'

/** `ready`: the microphone is off. `timed`: it is on, and there is nothing to go by. `failed`: it cannot be had. */
export type VoiceStatus = 'off' | 'loading' | 'ready' | 'timed' | 'holding' | 'going' | 'failed'

export type VoiceState = {
  readonly mode: MotionMode
  readonly status: VoiceStatus
  /** Whether the microphone is on. */
  readonly on: boolean
  /** The pace that was measured, in words a minute; null while nobody is followed. */
  readonly wordsPerMinute: number | null
  readonly heard: number | null
}

/** What a voice moves, and whom it is told to. */
export type Moved = {
  readonly setDrive: (drive: 'pace' | 'held' | 'voice') => void
  readonly guide: (speaker: Whereabouts) => void
  readonly setPace: () => number
}

export type Session = {
  readonly state: Observable<VoiceState>
  readonly setMode: (mode: MotionMode) => void
  /** Whether the script runs: only then the microphone is on. */
  readonly setRunning: (running: boolean) => void
  readonly setText: (text: Text, language: VoiceLanguage | null) => void
  /** The script was put elsewhere by hand. */
  readonly seek: (place: number) => void
  readonly close: () => void
}

const OFF: VoiceState = { mode: 'timed', status: 'off', on: false, wordsPerMinute: null, heard: null }

/** How often it is looked what the script does, in milliseconds. */
const LOOK_EVERY = 150

/** What is heard so soon after a hand moved the script is about the place before, in seconds. */
const STALE = 0.6

const clock = () => performance.now() / 1000

/** Listens for a prompter and moves its script. `say` is told what went wrong, `tell` all that is heard. */
export function voiceSession(
  to: Moved,
  say: (sentence: string) => void,
  tell: (event: VoiceEvent) => void,
): Session {
  const state = observable<VoiceState>(OFF)
  const now = {
    running: false,
    text: { words: [], place: 0 } as Text,
    language: null as VoiceLanguage | null,
  }
  let turn = 0
  let listener: Listener | null = null
  let microphone: Microphone | null = null
  let timer: ReturnType<typeof setInterval> | null = null
  let pilot: Pilot = newPilot(0, 140)
  let seizedAt = -Infinity
  const course = createCourse((message) => listener?.tell(message))

  const change = (next: Partial<VoiceState>) => {
    const all = { ...state.get(), ...next }
    if (JSON.stringify(all) !== JSON.stringify(state.get())) state.set(all)
  }

  function silence() {
    if (timer !== null) clearInterval(timer)
    timer = null
    microphone?.close()
    microphone = null
    to.setDrive('pace')
  }

  function stop() {
    turn += 1
    course.close()
    silence()
    listener?.close()
    listener = null
  }

  function fail(sentence: string) {
    stop()
    change({ status: 'failed', on: false, wordsPerMinute: null })
    void bridge.call('microphone:set', { on: false })
    say(sentence)
  }

  /** Rests while nobody speaks; goes by the clock alone where nobody can be heard. */
  function pace(at: number) {
    const unheard = pilot.deaf || (pilot.spoke === null && stanceOf(pilot, at) === 'timed')
    to.setDrive(unheard || pilot.speaking ? 'pace' : 'held')
    change({ status: unheard ? 'timed' : pilot.speaking ? 'going' : 'holding' })
  }

  function follow(at: number) {
    const stance = stanceOf(pilot, at)
    to.setDrive(stance === 'timed' ? 'pace' : 'voice')
    const reach = reachOf(now.text.words, pilot.place?.words ?? 0)
    const speaker = whereabouts(pilot, at, reach)
    const mayGuide = stance !== 'timed' && at - seizedAt > STALE
    if (speaker !== null && mayGuide) to.guide(speaker)
    const wordsPerMinute = pilot.place === null ? null : Math.round((ownPace(pilot) * 60) / 5) * 5
    change({ status: stance === 'following' ? 'going' : stance, wordsPerMinute })
  }

  function look() {
    if (microphone === null) return
    if (state.get().mode === 'paced') pace(clock())
    else follow(clock())
  }

  function hear(events: readonly VoiceEvent[], number: number) {
    const at = clock()
    for (const event of events) {
      if (event.kind !== 'speech' && number !== course.number()) continue
      if (event.kind === 'place' && at - seizedAt < STALE) continue
      pilot = heard(pilot, event, at)
      tell(event)
      if (event.kind === 'place') change({ heard: event.word })
    }
    look()
  }

  async function listen() {
    const mine = turn
    if (listener === null || microphone !== null || !now.running || state.get().status !== 'ready') return
    change({ status: 'loading' })
    const opened = await openMicrophone(() => mine === turn && fail(UNPLUGGED))
    if (mine !== turn || !now.running) {
      if (opened.ok) opened.value.close()
      if (mine === turn) change({ status: 'ready' })
      return
    }
    if (!opened.ok) return fail(opened.refusal.sentence)
    microphone = opened.value
    pilot = listeningAgain(pilot, clock(), state.get().wordsPerMinute ?? to.setPace())
    course.begin(now.text.place)
    listener.tell({ kind: 'sound', port: microphone.sound })
    timer = setInterval(look, LOOK_EVERY)
    change({ on: true })
    look()
  }

  function told(message: FromListener) {
    switch (message.kind) {
      case 'ready':
        change({ status: 'ready' })
        return void listen()
      case 'failed':
        return fail('What listens could not be started. The script goes by its set pace.')
      case 'sound':
        pilot = withSound(pilot, message.on, clock())
        return look()
      case 'heard':
        return hear(message.events, message.number)
    }
  }

  async function start(mode: 'paced' | 'follow') {
    const mine = turn
    if (mode === 'follow' && now.language === null)
      return fail('Only English and French scripts can be followed. The script goes by its set pace.')
    const allowed = await bridge.call('microphone:set', { on: true })
    if (mine !== turn) return
    if (!allowed.ok) return fail(allowed.refusal.sentence)
    listener = startListener((message) => mine === turn && told(message))
    const { language, text } = now
    if (mode === 'paced' || language === null) listener.tell({ kind: 'pauses' })
    else listener.tell({ kind: 'follow', language, text, number: course.number() })
  }

  return {
    state,
    setMode: (mode) => {
      stop()
      pilot = newPilot(0, 140)
      state.set({ ...OFF, mode, status: mode === 'timed' ? 'off' : 'loading' })
      if (mode === 'timed') void bridge.call('microphone:set', { on: false })
      else void start(mode)
    },
    setRunning: (running) => {
      now.running = running
      if (running) return void listen()
      silence()
      const { status } = state.get()
      const on = status === 'timed' || status === 'holding' || status === 'going'
      change({ on: false, ...(on ? { status: 'ready' as const } : {}) })
    },
    setText: (text, language) => {
      Object.assign(now, { text, language })
      pilot = soughtAt(pilot, clock())
      course.text(text)
    },
    seek: (place) => {
      seizedAt = clock()
      now.text = { ...now.text, place }
      pilot = soughtAt(pilot, seizedAt)
      course.seek(place)
    },
    close: stop,
  }
}
