import { useVoiceState, type Voice } from './useVoice'

/** Lit as long as the microphone is on, also where the bars are hidden. */
export function MicrophoneLamp({ voice }: { readonly voice: Voice }) {
  const { on } = useVoiceState(voice)
  return (
    <output className="microphone-lamp" aria-label="Microphone" data-on={on}>
      {on ? 'Microphone on' : ''}
    </output>
  )
}
