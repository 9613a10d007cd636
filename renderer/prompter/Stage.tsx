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
import { KeyBar } from './KeyBar'
import { KeySheet } from './KeySheet'
import { nextSize, rememberedLooks, rememberLooks } from './memory'
import { MessageList } from './MessageList'
import { preparedObjections } from './offer'
import { goalOf } from './outline'
import { ResponseCard, turn } from './ResponseCard'
import { ScriptView } from './ScriptView'
import type { Scroller } from './scroller'
import { TopBar } from './TopBar'
import { useKeys } from './useKeys'
import { useMessages } from './useMessages'
import { useNow, useScript } from './useScript'
import { useScroller } from './useScroller'
import { useStage } from './useStage'

/** A greeting by the time of day may change with the minute; nothing else in a script does. */
const MINUTE = 60_000

/** The Prompter of an open meeting: its script, its bars, and what its keys do. */
export function Stage({ meeting, notice }: { readonly meeting: Meeting; readonly notice: string | null }) {
  const now = useNow(MINUTE)
  const script = useScript(meeting, now)
  const [looks, setLooks] = useState(rememberedLooks)
  const [shown, setShown] = useState<number | null>(null)
  const cardRef = useRef<HTMLDivElement | null>(null)
  const [sheet, setSheet] = useState(false)
  const { outline } = script
  const { scroller, windowRef, layerRef } = useScroller(
    meeting.id,
    outline,
    meeting.settings.wordsPerMinute,
    looks.size,
  )
  const messages = useMessages(meeting)
  const { stage, flip } = useStage(messages.notice)
  const prepared = preparedObjections(meeting)
  const response = prepared.find((each) => each.key === shown) ?? null

  const resting = response !== null

  useEffect(() => rememberLooks(looks), [looks])
  useEffect(() => scroller?.setResting(resting), [scroller, resting])
  const { notice: say } = messages
  useEffect(() => {
    if (notice !== null) say(notice)
  }, [notice, say])

  function showResponse(digit: number | null) {
    if (!prepared.some((each) => each.key === digit)) return
    setShown(digit === shown ? null : digit)
    messages.dismissOffers()
  }

  function back() {
    if (sheet) setSheet(false)
    else if (response !== null) setShown(null)
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
    setShown(null)
  }

  function run(command: PrompterCommandId) {
    if (scroller === null || (sheet && command !== 'keys' && command !== 'back')) return
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
      case 'back':
        return back()
      case 'larger':
        return setLooks({ ...looks, size: nextSize(looks.size, 1) })
      case 'smaller':
        return setLooks({ ...looks, size: nextSize(looks.size, -1) })
      case 'mirror':
        return setLooks({ ...looks, mirrored: !looks.mirrored })
      case 'fullScreen':
        return void toggleFullScreen().catch(() =>
          messages.notice('This window cannot be shown in full screen'),
        )
      case 'board.blank':
        return flip('blank')
      case 'board.freeze':
        return flip('frozen')
      case 'keys':
        return setSheet(!sheet)
    }
  }
  useKeys(run)

  return (
    <div className="prompter" data-mirrored={looks.mirrored}>
      <TopBar meeting={meeting} outline={outline} scroller={scroller} />
      <main className="stage">
        <h1 className="visually-hidden">{meeting.title}</h1>
        <ScriptView
          cues={script.cues}
          size={looks.size}
          windowRef={windowRef}
          layerRef={layerRef}
          onNudge={(pixels) => response === null && scroller?.nudge(pixels)}
          onTap={() => run('toggle')}
        />
        <MessageList messages={messages.messages} />
        {response !== null && (
          <ResponseCard
            key={response.id}
            objection={response}
            meeting={meeting}
            now={now}
            partsRef={cardRef}
          />
        )}
      </main>
      <KeyBar prepared={prepared} shown={shown} stage={stage} meeting={meeting.id} onRun={run} />
      {sheet && <KeySheet mirrored={looks.mirrored} onClose={() => setSheet(false)} />}
    </div>
  )
}

async function toggleFullScreen() {
  if (document.fullscreenElement === null) await document.documentElement.requestFullscreen()
  else await document.exitFullscreen()
}
