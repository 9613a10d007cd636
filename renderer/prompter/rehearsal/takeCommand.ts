import type { RefObject } from 'react'

import { isResponse, isWindowCommand, type PrompterCommandId } from '../../../shared/keys/prompter'
import { nextAmount } from './habits'
import type { RehearsalOf } from './Rehearsal'
import type { Deck } from './useDeck'
import type { Phase, Seen } from './useRehearsal'

type Taking = {
  readonly rehearsal: RehearsalOf | null
  readonly seen: Seen
  readonly deck: Deck
  readonly phase: Phase
  readonly recorder: { readonly seconds: () => number }
  readonly end: () => void
  readonly reportRef: RefObject<HTMLElement | null>
}

const REHEARSAL_ONLY: ReadonlySet<PrompterCommandId> = new Set([
  'answered',
  'rehearsal.end',
  'rehearsal.objections',
])

/** Keys that would write to the meeting, or show on the Board. */
const NOT_HERE: Partial<Record<PrompterCommandId, string>> = {
  capture: 'A rehearsal writes nothing down.',
  edit: 'A rehearsal changes nothing in the meeting. Edit the cue on the Desk: it changes here at once.',
  'board.blank': 'The board stays as it is in a rehearsal.',
  'board.freeze': 'The board stays as it is in a rehearsal.',
}

/** Sees a command before the prompter does; says whether it was for the rehearsal, or is not to be had in one. */
export function takeCommand(command: PrompterCommandId, taking: Taking): boolean {
  const { rehearsal, seen, deck, phase, recorder, end } = taking
  if (rehearsal === null) return REHEARSAL_ONLY.has(command)
  if (phase === 'done') return takeInReport(command, rehearsal, taking.reportRef.current)
  if (command === 'rehearsal.end') {
    if (phase === 'reading') end()
    else seen.say('The rehearsal has not begun.')
    return true
  }
  if (command === 'rehearsal.objections') {
    if (phase === 'ready') deck.choose(nextAmount(deck.amount))
    else seen.say('How many objections are raised is chosen before the start.')
    return true
  }
  if (phase === 'ready' && isResponse(command)) {
    seen.say('Responses open once the rehearsal has begun: Space begins it.')
    return true
  }
  const refused = NOT_HERE[command]
  if (refused !== undefined) seen.say(refused)
  if (refused !== undefined || deck.drawn === null) return refused !== undefined || command === 'answered'
  return takeAnswer(command, taking, recorder.seconds())
}

function takeAnswer(command: PrompterCommandId, { seen, deck }: Taking, seconds: number): boolean {
  const isCovered = seen.response !== null
  if (command === 'answered' || command === 'toggle') {
    deck.done(seconds)
    seen.hide()
    if (command === 'toggle') seen.scroller?.setRunning(true)
    return true
  }
  if (command === 'back' && !isCovered && seen.panelRef.current === 'none') {
    deck.done(seconds, true)
    return true
  }
  return false
}

const TURNS: Partial<Record<PrompterCommandId, number>> = {
  slower: -0.15,
  faster: 0.15,
  'cue.previous': -0.9,
  'cue.next': 0.9,
  start: -Infinity,
  end: Infinity,
}

/** What goes on as ever with the report shown. */
const WITH_REPORT: ReadonlySet<PrompterCommandId> = new Set([
  'back',
  'fullScreen',
  'keys',
  'palette',
  'panic',
  'mirror',
  'flip',
])

/** With the report shown, keys turn its pages, and the script behind it rests. */
function takeInReport(command: PrompterCommandId, rehearsal: RehearsalOf, page: HTMLElement | null): boolean {
  if (command === 'rehearsal.end') {
    rehearsal.again()
    return true
  }
  const by = TURNS[command]
  if (by !== undefined && page !== null) {
    const way = Number.isFinite(by) ? by * page.clientHeight : Math.sign(by) * page.scrollHeight
    page.scrollBy({ top: way })
  }
  return !WITH_REPORT.has(command) && !isWindowCommand(command)
}
