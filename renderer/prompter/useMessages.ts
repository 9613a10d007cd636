import { useCallback, useEffect, useState } from 'react'
import { uuidv7 } from 'uuidv7'

import { broughtAbout } from '../../shared/meeting/subjects'
import type { Meeting } from '../../shared/meeting/schema'
import { bridge } from '../bridge'
import { offerFor, withdrawnBy, type Choice, type Offer } from './offer'

/** How long a message stays, in milliseconds. */
const WHISPER_STAYS = 8_000
const OFFER_STAYS = 30_000

/** One line for the presenter's eyes: a whisper, a word that something was raised, or a notice of the app. */
export type Message = { readonly id: string; readonly text: string } & (
  | { readonly kind: 'whisper' | 'notice' }
  | { readonly kind: 'offer'; readonly key: number | null; readonly choices: readonly Choice[] }
)

/** The lines on the screen, and how to add one. */
export type Notices = {
  readonly messages: readonly Message[]
  readonly setMessages: React.Dispatch<React.SetStateAction<readonly Message[]>>
  readonly show: (message: Message, stays: number) => void
  /** Shows a notice of the app; it takes the place of the one on the same subject. */
  readonly say: (text: string, subject?: string) => void
}

type Messages = {
  readonly messages: readonly Message[]
  readonly dismissOffers: () => void
  /** The objection offered last, where it could be this prepared one among others; null where it could not. */
  readonly undecided: (prepared: string) => string | null
}

const offerMessage = ({ objection, text, key, choices }: Offer): Message => ({
  id: objection,
  text,
  kind: 'offer',
  key,
  choices,
})

/** The lines on the screen, each of which goes by itself. */
export function useNotice(): Notices {
  const [messages, setMessages] = useState<readonly Message[]>([])

  const show = useCallback((message: Message, stays: number) => {
    setMessages((now) => [...now.filter((each) => each.id !== message.id), message])
    setTimeout(() => setMessages((now) => now.filter((each) => each !== message)), stays)
  }, [])
  const say = useCallback(
    (text: string, subject = text) => show({ id: subject, kind: 'notice', text }, WHISPER_STAYS),
    [show],
  )
  return { messages, setMessages, show, say }
}

/**
 * The messages to show now, newest last: whispers, notices, and what was raised. An objection that is taken
 * back, removed or made another kind of entry takes its offer along; one that is taken for another prepared
 * objection is offered anew. Where the meeting's settings say so, the
 * response that would be offered is shown at once.
 */
export function useMessages(
  meeting: Meeting,
  { messages, setMessages, show }: Notices,
  showResponse: (objection: string) => boolean,
): Messages {
  useEffect(
    () =>
      bridge.on('whisper:shown', ({ text }) => show({ id: uuidv7(), kind: 'whisper', text }, WHISPER_STAYS)),
    [show],
  )

  useEffect(
    () =>
      bridge.on('meeting:entry', ({ meeting: id, entry: { body } }) => {
        if (id !== meeting.id) return
        if (body.type === 'objection.raised') {
          const offer = offerFor(body.item, meeting)
          const { prepared } = offer
          if (prepared !== null && meeting.settings.offerUnasked) showResponse(prepared)
          else show(offerMessage(offer), OFFER_STAYS)
        }
        const told = broughtAbout(body)
        if (told.type === 'objection.matched') {
          const raised = meeting.objections.find(({ id: each }) => each === told.objection)
          const other = raised && offerMessage(offerFor({ ...raised, prepared: told.prepared }, meeting))
          setMessages((now) => now.map((each) => (each.id === other?.id ? other : each)))
        }
        const withdrawn = withdrawnBy(body)
        if (withdrawn !== null) setMessages((now) => now.filter((each) => each.id !== withdrawn))
      }),
    [meeting, show, setMessages, showResponse],
  )

  const dismissOffers = useCallback(
    () => setMessages((now) => now.filter((each) => each.kind !== 'offer')),
    [setMessages],
  )
  const undecided = (prepared: string) => {
    const last = messages.findLast((each) => each.kind === 'offer')
    const isChoice = last?.kind === 'offer' && last.choices.some((each) => each.prepared === prepared)
    return isChoice ? last.id : null
  }
  return { messages, dismissOffers, undecided }
}
