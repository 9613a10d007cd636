import { useVoiceState, type Voice } from '../useVoice'
import { Choice } from './fields'

const MODES = [
  { id: 'timed', label: 'Timed: at the set pace' },
  { id: 'paced', label: 'Paced: rests while you rest' },
  { id: 'follow', label: 'Follow: stays with your words' },
] as const

/** What moves the script, with an honest word on how far it was tried. */
export function MotionPart({ voice }: { readonly voice: Voice }) {
  const { mode } = useVoiceState(voice)
  return (
    <>
      <Choice legend="Movement" choices={MODES} value={mode} onChange={voice.setMode} />
      {mode !== 'timed' && (
        <p className="settings-words">
          The microphone is on while the script runs; what it hears stays on this computer and is not kept.
          Tried on synthetic voices: accents, rooms and microphones differ. Try it in Rehearse first.
        </p>
      )}
    </>
  )
}
