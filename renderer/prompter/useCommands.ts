import { useState } from 'react'

import {
  isMove,
  isResponse,
  isWindowCommand,
  responseDigit,
  type MoveCommand,
  type PrompterCommandId,
} from '../../shared/keys/prompter'
import type { Objection, PrompterLook } from '../../shared/meeting/schema'
import { PACE } from '../../shared/script/pace'
import { bridge } from '../bridge'
import { leftBefore } from './again'
import { setPaceText } from './format'
import { nextSize } from './look'
import type { Habits } from './memory'
import { cueAt, goalOf, type Outline } from './outline'
import type { Panel } from './Overlays'
import { turn } from './ResponseCard'
import type { Scroller } from './scroller'
import { useCountdown } from './useCountdown'
import { useGoTo } from './useGoTo'
import { AT_END, boardWords, EDITED, noResponse } from './commandWords'
import { useKeys } from './useKeys'
import type { SettingsChange } from './useLook'
import type { Notices } from './useMessages'
import type { Stage } from './useStage'
import type { Voice } from './useVoice'
import type { WindowInUse } from './useWindow'

export type Controlled = {
  readonly meeting: string
  readonly scroller: Scroller | null
  readonly outline: Outline
  readonly response: Objection | null
  /** The sentence that is to be read out, and the way back from it. */
  readonly readBack: { readonly text: string } | null
  readonly leave: () => void
  /** Whether the window is out of sight. */
  readonly hidden: boolean
  readonly prepared: readonly (Objection & { readonly key: number })[]
  readonly show: (objection: string) => boolean
  readonly hide: () => void
  readonly dismissOffers: () => void
  /** That what was raised last is this prepared objection, where that was not clear. */
  readonly confirm: (prepared: string) => void
  readonly look: PrompterLook
  readonly change: (change: SettingsChange) => void
  /** Keeps what was changed of the settings. */
  readonly keep: () => void
  readonly flip: Stage['flip']
  readonly ownWindow: WindowInUse
  readonly voice: Pick<Voice, 'nextMode' | 'state'>
  readonly habits: Habits
  readonly stepping: boolean
  readonly adopt: (change: Partial<Habits>) => void
  readonly say: Notices['say']
  /** Sees every command before; says whether it took it. */
  readonly take: (command: PrompterCommandId) => boolean
  /** The card over the script, in which keys that move then move. */
  readonly cardRef: React.RefObject<HTMLDivElement | null>
}

/** What the Prompter's commands do, by whichever way they are given; and what of it stays on the screen. */
export function useCommands(to: Controlled) {
  const { scroller, outline, response, look, change, say, show, hide, habits, ownWindow, cardRef } = to
  const [panel, setPanel] = useState<Panel>(() =>
    leftBefore(to.meeting).setting === null ? 'none' : 'settings',
  )
  const [isPlain, setPlain] = useState(false)
  /** The cue being edited, by its id. */
  const [editing, setEditing] = useState<string | null>(null)
  /** Whether a card lies over the script: keys that move then move in it. */
  const covered = response !== null || to.readBack !== null
  const countdown = useCountdown(scroller, covered || to.hidden || panel === 'edit')
  const goTo = useGoTo(goToNumber)

  function goToNumber(number: number) {
    const cue = outline.cues.find((each) => each.number === number)
    if (cue !== undefined) return goToCue(cue.id)
    say(`There is no cue ${number}: the script has ${outline.cues.length}.`, 'goto')
  }

  function goToCue(id: string) {
    const cue = outline.cues.find((each) => each.id === id)
    hide()
    if (cue !== undefined) scroller?.seek(cue.before)
  }

  function showResponse(digit: number | null) {
    const objection = to.prepared.find((each) => each.key === digit)
    if (objection === undefined) return say(noResponse(digit, to.prepared), 'response')
    to.leave()
    const isUnder = panel === 'phrases' || panel === 'settings'
    if (isUnder) closePanel()
    if (objection.id === response?.id) return isUnder ? undefined : hide()
    show(objection.id)
    to.confirm(objection.id)
    to.dismissOffers()
  }

  function closePanel() {
    setPanel('none')
    setEditing(null)
    to.keep()
  }

  function back() {
    if (countdown.left !== null) countdown.stop()
    else if (panel !== 'none') closePanel()
    else if (to.readBack !== null) to.leave()
    else if (response !== null) hide()
    else to.dismissOffers()
  }

  function move(command: MoveCommand, by: Scroller) {
    if (covered) {
      if (command === 'cue.previous') turn(cardRef.current, 'part', -1)
      if (command === 'cue.next') turn(cardRef.current, 'part', 1)
      return
    }
    const goal = goalOf(command, outline, by.word())
    if (goal !== null) by.seek(goal)
  }

  function setPace(by: number, of: Scroller) {
    of.setPace(of.state.get().wordsPerMinute + by)
    const words = setPaceText(of.state.get().wordsPerMinute, to.voice.state.get())
    if (words !== null) say(words, 'pace')
  }

  /** With a response shown, start means: back to the script, and on. */
  function toggle(by: Scroller) {
    if (countdown.left !== null) return countdown.stop()
    const starts = covered || !by.state.get().running
    if (starts && panel === 'edit') return say(EDITED)
    if (starts && !covered && by.secondsLeft() <= 0) return say(AT_END)
    if (starts && !covered && habits.countdown > 0) return countdown.begin(habits.countdown)
    by.setRunning(starts)
    to.leave()
    hide()
  }

  /** Where the bars are hidden, the lamp that tells it is, too. */
  function flip(what: 'blank' | 'frozen') {
    const now = to.flip(what)
    if (isPlain && now !== null) say(boardWords(what, now), 'board')
  }

  function open(what: Panel) {
    if (panel === what) closePanel()
    else setPanel(what)
  }

  function edit(by: Scroller) {
    const cue = cueAt(outline, by.word())
    if (cue === undefined || cue.words === 0) return say('There is no text to edit here.')
    hide()
    setEditing(cue.id)
    setPanel('edit')
  }

  async function swap() {
    const answer = await bridge.call('stage:swap', null)
    if (!answer.ok) say(answer.refusal.sentence)
  }

  function run(command: PrompterCommandId) {
    // A key from another program: nobody would see what it did.
    if (to.hidden && command !== 'panic') return
    if (scroller === null || to.take(command)) return
    if (isResponse(command)) return showResponse(responseDigit(command))
    if (isMove(command)) return move(command, scroller)
    if (isWindowCommand(command)) return ownWindow.run(command)
    switch (command) {
      case 'toggle':
        return toggle(scroller)
      case 'slower':
        return !covered ? setPace(-PACE.step, scroller) : turn(cardRef.current, 'line', -1)
      case 'faster':
        return !covered ? setPace(PACE.step, scroller) : turn(cardRef.current, 'line', 1)
      case 'goto':
        return goTo.open()
      case 'back':
        return back()
      case 'larger':
        return change({ size: nextSize(look.size, 1) })
      case 'smaller':
        return change({ size: nextSize(look.size, -1) })
      case 'mirror':
        return ownWindow.turnOver('mirror')
      case 'flip':
        return ownWindow.turnOver('flip')
      case 'step':
        say(to.stepping ? 'The script moves smoothly.' : 'The script moves line by line.', 'step')
        return to.adopt({ stepping: !to.stepping })
      case 'motion':
        return to.voice.nextMode()
      case 'plain':
        if (!isPlain) say('Only the words: H brings the bars back.')
        return setPlain(!isPlain)
      case 'edit':
        return edit(scroller)
      case 'fullScreen':
        return ownWindow.toggleFullScreen()
      case 'board.blank':
        return flip('blank')
      case 'board.freeze':
        return flip('frozen')
      case 'swap':
        return void swap()
      case 'panic':
        return void bridge.call('stage:panic', null)
      case 'capture':
      case 'settings':
      case 'phrases':
      case 'palette':
      case 'keys':
        return open(command)
      case 'answered':
      case 'rehearsal.end':
      case 'rehearsal.objections':
        return
    }
  }

  /** Under a dialog, only what is about dialogs works, and the panic key. */
  function runByKey(command: PrompterCommandId) {
    const modal = panel === 'palette' || panel === 'keys'
    if (!modal || command === panel || command === 'back' || command === 'panic') run(command)
  }
  useKeys(runByKey, goTo.take)

  return {
    run,
    goToCue,
    closePanel,
    panel,
    editing,
    isPlain,
    countdown: countdown.left,
    typing: goTo.digits,
  }
}
