import { useEffect, useRef, useState } from 'react'

import {
  isMove,
  isResponse,
  responseDigit,
  type MoveCommand,
  type PrompterCommandId,
} from '../../shared/keys/prompter'
import type { Meeting } from '../../shared/meeting/schema'
import { PACE } from '../../shared/script/pace'
import { bridge } from '../bridge'
import type { LiveMeeting } from '../state/meeting'
import { EndCard } from './EndCard'
import { toggleFullScreen } from './fullScreen'
import { KeyBar } from './KeyBar'
import { nextSize } from './look'
import { MessageList } from './MessageList'
import { preparedObjections } from './offer'
import { goalOf } from './outline'
import { Overlays, type Panel } from './Overlays'
import { ResponseCard, turn } from './ResponseCard'
import { ScriptView } from './ScriptView'
import type { Scroller } from './scroller'
import { SettingsPanel } from './SettingsPanel'
import { TopBar } from './TopBar'
import { useAtEnd } from './useAtEnd'
import { useGoTo } from './useGoTo'
import { useKeys } from './useKeys'
import { useLook } from './useLook'
import { useMessages, useNotice } from './useMessages'
import { usePhrases } from './usePhrases'
import { useResponse } from './useResponse'
import { useNow, useScript } from './useScript'
import { useScroller } from './useScroller'
import { useSend } from './useSend'
import { useStage } from './useStage'
import { useTimes } from './useTimes'

/** A greeting by the time of day may change with the minute; nothing else in a script does. */
const MINUTE = 60_000

type Props = {
  readonly meeting: Meeting
  readonly notice: string | null
  readonly run: LiveMeeting['run']
}

/** The Prompter of an open meeting: its script, its bars, and what its keys do. */
export function Stage({ meeting, notice, run: runInMeeting }: Props) {
  const now = useNow(MINUTE)
  const script = useScript(meeting, now)
  const { outline } = script
  const notices = useNotice()
  const { say } = notices
  const { send, keepSettings } = useSend(runInMeeting, say)
  const { look, change, keep } = useLook(meeting, keepSettings)
  const { scroller, windowRef, layerRef } = useScroller(
    meeting.id,
    outline,
    meeting.settings.wordsPerMinute,
    look,
  )
  const { response, show, hide } = useResponse(meeting, send)
  const messages = useMessages(meeting, notices, show)
  const { stage, flip } = useStage(say)
  const { phrases, toggle: togglePhrase } = usePhrases(meeting, script, scroller, layerRef, send)
  const times = useTimes(meeting.id, meeting.status === 'live', scroller)
  const atEnd = useAtEnd(scroller)
  const [panel, setPanel] = useState<Panel>('none')
  const cardRef = useRef<HTMLDivElement | null>(null)
  const prepared = preparedObjections(meeting)
  const goTo = useGoTo(goToNumber)

  const resting = response !== null
  useEffect(() => scroller?.setResting(resting), [scroller, resting])
  useEffect(() => {
    if (notice !== null) say(notice)
  }, [notice, say])

  function goToNumber(number: number) {
    const cue = outline.cues.find((each) => each.number === number)
    if (cue !== undefined) return goToCue(cue.id)
    say(`There is no cue ${number}: the script has ${outline.cues.length}.`)
  }

  function goToCue(id: string) {
    const cue = outline.cues.find((each) => each.id === id)
    hide()
    if (cue !== undefined) scroller?.seek(cue.before)
  }

  function showResponse(digit: number | null) {
    const objection = prepared.find((each) => each.key === digit)
    if (objection === undefined) return
    if (objection.id === response?.id) return hide()
    show(objection.id)
    messages.dismissOffers()
  }

  function closePanel() {
    setPanel('none')
    keep()
  }

  function back() {
    if (panel !== 'none') closePanel()
    else if (response !== null) hide()
    else messages.dismissOffers()
  }

  function move(command: MoveCommand, by: Scroller) {
    if (response !== null) {
      if (command === 'cue.previous') turn(cardRef.current, 'part', -1)
      if (command === 'cue.next') turn(cardRef.current, 'part', 1)
      return
    }
    const goal = goalOf(command, outline, by.word())
    if (goal !== null) by.seek(goal)
  }

  /** With a response shown, start means: back to the script, and on. */
  function toggle(by: Scroller) {
    by.setRunning(response !== null || !by.state.get().running)
    hide()
  }

  function open(what: Panel) {
    if (panel === what) closePanel()
    else setPanel(what)
  }

  function run(command: PrompterCommandId) {
    if (scroller === null) return
    if (isResponse(command)) return showResponse(responseDigit(command))
    if (isMove(command)) return move(command, scroller)
    const pace = scroller.state.get().wordsPerMinute
    switch (command) {
      case 'toggle':
        return toggle(scroller)
      case 'slower':
        return response === null ? scroller.setPace(pace - PACE.step) : turn(cardRef.current, 'line', -1)
      case 'faster':
        return response === null ? scroller.setPace(pace + PACE.step) : turn(cardRef.current, 'line', 1)
      case 'goto':
        return goTo.open()
      case 'back':
        return back()
      case 'larger':
        return change({ size: nextSize(look.size, 1) })
      case 'smaller':
        return change({ size: nextSize(look.size, -1) })
      case 'mirror':
        return change({ mirror: !look.mirror })
      case 'flip':
        return change({ flip: !look.flip })
      case 'fullScreen':
        return void toggleFullScreen().catch(() => say('This window cannot be shown in full screen'))
      case 'board.blank':
        return flip('blank')
      case 'board.freeze':
        return flip('frozen')
      case 'panic':
        return void bridge.call('stage:panic', null)
      case 'settings':
      case 'phrases':
      case 'palette':
      case 'keys':
        return open(command)
    }
  }

  /** Under a dialog, only what is about dialogs works, and the panic key. */
  function runByKey(command: PrompterCommandId) {
    const modal = panel === 'palette' || panel === 'keys'
    if (!modal || command === panel || command === 'back' || command === 'panic') run(command)
  }
  useKeys(runByKey, goTo.take)

  const ended = atEnd && response === null && panel !== 'settings'
  return (
    <div className="prompter">
      <TopBar meeting={meeting} script={script} scroller={scroller} />
      <main className="stage">
        <h1 className="visually-hidden">{meeting.title}</h1>
        <ScriptView
          cues={script.cues}
          width={look.width}
          windowRef={windowRef}
          layerRef={layerRef}
          onNudge={(pixels) => response === null && scroller?.nudge(pixels)}
          onTap={(phrase) => {
            if (phrase !== null && scroller?.state.get().running === false) togglePhrase(phrase)
            else run('toggle')
          }}
        />
        {(ended || panel === 'phrases') && (
          <EndCard
            ended={ended && panel !== 'phrases'}
            phrases={phrases}
            times={times}
            onToggle={togglePhrase}
            onClose={closePanel}
          />
        )}
        {response !== null && (
          <ResponseCard
            key={response.id}
            objection={response}
            meeting={meeting}
            now={now}
            partsRef={cardRef}
          />
        )}
        <MessageList messages={messages.messages} typing={goTo.digits} />
        {panel === 'settings' && scroller !== null && (
          <SettingsPanel look={look} scroller={scroller} onChange={change} onClose={closePanel} />
        )}
      </main>
      <KeyBar
        prepared={prepared}
        shown={response?.key ?? null}
        stage={stage}
        meeting={meeting.id}
        onRun={run}
      />
      <Overlays
        panel={panel}
        meeting={meeting}
        onClose={closePanel}
        onRun={run}
        onResponse={(objection) => {
          if (!show(objection)) say('No response is prepared for that one.')
        }}
        onCue={goToCue}
      />
    </div>
  )
}
