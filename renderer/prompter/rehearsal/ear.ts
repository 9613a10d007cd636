import type { Heard } from '../../../shared/rehearsal/spoken'
import type { VoiceEvent } from '../../../shared/voice/events'
import type { VoiceState } from '../../voice/session'

/** Writes down what is heard in a rehearsal, and when; nothing of the sound itself. */
export type Ear = {
  readonly heard: readonly Heard[]
  /** Looks what is to be heard now; `isScript` says whether what is spoken is the script. */
  readonly look: (seconds: number, word: number, voice: VoiceState, isScript: boolean) => void
  /** Something was heard. */
  readonly hear: (seconds: number, word: number, event: VoiceEvent) => void
}

/** Whether the voice is to be gone by: the microphone is on, and somebody was heard through it. */
const isListening = ({ on, status }: VoiceState) => on && (status === 'holding' || status === 'going')

/** An ear that has heard nothing yet. */
export function createEar(): Ear {
  const heard: Heard[] = []
  let isOpen = false
  let isSpeaking = false
  const note = (seconds: number, word: number, news: Heard['news']) => {
    const ears = !isOpen ? 'closed' : isSpeaking ? 'speech' : 'rest'
    if (ears !== 'closed' || heard.at(-1)?.ears !== 'closed') heard.push({ seconds, word, ears, news })
  }
  return {
    heard,
    look: (seconds, word, voice, isScript) => {
      if (!voice.on) isSpeaking = false
      isOpen = isScript && isListening(voice)
      note(seconds, word, null)
    },
    hear: (seconds, word, event) => {
      if (event.kind === 'speech') isSpeaking = event.on
      note(seconds, word, event.kind === 'speech' ? null : event)
    },
  }
}
