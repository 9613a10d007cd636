import type { Heard } from '../../../shared/rehearsal/spoken'
import type { VoiceEvent } from '../../../shared/voice/events'
import type { VoiceState } from '../../voice/session'
import type { Moved } from '../edits'

/** Writes down what is heard in a rehearsal, and when; nothing of the sound itself. */
export type Ear = {
  readonly heard: readonly Heard[]
  /** Looks what is to be heard now; `isScript` says whether what is spoken is the script. */
  readonly look: (seconds: number, word: number, voice: VoiceState, isScript: boolean) => void
  /** Something was heard. */
  readonly hear: (seconds: number, word: number, event: VoiceEvent) => void
  /** The script was edited; what was heard of a cue that is gone counts for nothing. */
  readonly edited: (moved: Moved) => void
}

/** Whether the voice is to be gone by: the microphone is on, and somebody was heard through it. */
const isListening = ({ on, status }: VoiceState) => on && (status === 'holding' || status === 'going')

function newsAfter(news: Heard['news'], moved: Moved): Heard['news'] {
  if (news?.kind !== 'place') return news
  const [first, word] = [moved(news.first), moved(news.word)]
  if (first === null || word === null) return { kind: 'lost' }
  // Words put in between were not heard: of those around them, the later ones count.
  const last = Math.floor(word)
  const isWhole = last - Math.floor(first) === news.word - news.first
  return { ...news, word: last, first: isWhole ? Math.floor(first) : last }
}

function heardAfter(before: Heard, moved: Moved): Heard {
  const word = moved(before.word)
  if (word === null) return { ...before, ears: 'closed', news: null }
  return { ...before, word, news: newsAfter(before.news, moved) }
}

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
    edited: (moved) => {
      for (const [index, each] of heard.entries()) heard[index] = heardAfter(each, moved)
    },
  }
}
