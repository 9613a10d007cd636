import { useCallback, useEffect, useState } from 'react'
import { uuidv7 } from 'uuidv7'

import type { Meeting } from '../../shared/meeting/schema'
import { bridge } from '../bridge'
import { offerFor, type Offer } from './offer'

/** How long a message stays, in milliseconds. */
const WHISPER_STAYS = 8_000
const OFFER_STAYS = 30_000

/** One line for the presenter's eyes: a whisper, a word that something was raised, or a notice of the app. */
export type Message = { readonly id: string; readonly text: string } & (
  | { readonly kind: 'whisper' | 'notice' }
  | { readonly kind: 'offer'; readonly key: number | null }
)

type Messages = {
  readonly messages: readonly Message[]
  readonly notice: (text: string) => void
  readonly dismissOffers: () => void
}

const offerMessage = ({ objection, text, key }: Offer): Message => ({
  id: objection,
  text,
  kind: 'offer',
  key,
})

/** The messages to show now, newest last. Each goes by itself; an undone objection takes its offer along. */
export function useMessages(meeting: Meeting): Messages {
  const [messages, setMessages] = useState<readonly Message[]>([])

  const show = useCallback((message: Message, stays: number) => {
    setMessages((now) => [...now.filter((each) => each.id !== message.id), message])
    setTimeout(() => setMessages((now) => now.filter((each) => each !== message)), stays)
  }, [])

  useEffect(
    () =>
      bridge.on('whisper:shown', ({ text }) => show({ id: uuidv7(), kind: 'whisper', text }, WHISPER_STAYS)),
    [show],
  )

  useEffect(
    () =>
      bridge.on('meeting:entry', ({ meeting: id, entry: { body } }) => {
        if (id !== meeting.id) return
        if (body.type === 'objection.raised') show(offerMessage(offerFor(body.item, meeting)), OFFER_STAYS)
        if (body.type !== 'capture.undone') return
        const { target, captured } = body
        setMessages((now) => now.filter((each) => each.id !== target && each.id !== captured.item.id))
      }),
    [meeting, show],
  )

  return {
    messages,
    notice: useCallback((text) => show({ id: uuidv7(), kind: 'notice', text }, WHISPER_STAYS), [show]),
    dismissOffers: useCallback(() => setMessages((now) => now.filter((each) => each.kind !== 'offer')), []),
  }
}
