import { useEffect, useRef, useState } from 'react'

import type { Meeting } from '../../shared/meeting/schema'
import type { LiveMeeting } from '../state/meeting'
import { CaptureStrip } from './CaptureStrip'
import { CueEditor, type SpokenCue } from './CueEditor'
import { EndCard } from './EndCard'
import { KeyBar } from './KeyBar'
import { MessageList } from './MessageList'
import { MicrophoneLamp } from './MicrophoneLamp'
import { preparedObjections } from './offer'
import { Overlays, type Panel } from './Overlays'
import { ReadBackCard } from './ReadBackCard'
import type { RehearsalOf } from './rehearsal/Rehearsal'
import { RehearsalCard } from './rehearsal/RehearsalCard'
import { RehearsalReport } from './rehearsal/RehearsalReport'
import { useRehearsal } from './rehearsal/useRehearsal'
import { ResponseCard } from './ResponseCard'
import { ScriptView } from './ScriptView'
import { SettingsPanel } from './settings/SettingsPanel'
import { TopBar } from './TopBar'
import { useAtEnd } from './useAtEnd'
import { useCapture } from './useCapture'
import { useCommands } from './useCommands'
import { useGlobalKeys } from './useGlobalKeys'
import { useHabits } from './useHabits'
import { useLook } from './useLook'
import { useMessages, useNotice } from './useMessages'
import { usePhrases } from './usePhrases'
import { useReadBack } from './useReadBack'
import { useResponse } from './useResponse'
import { useNow, useScript } from './useScript'
import { useScroller } from './useScroller'
import { useSend } from './useSend'
import { useStage } from './useStage'
import { useTimes } from './useTimes'
import { useVoice } from './useVoice'
import { useWindow } from './useWindow'
import { useAgain } from './again'

/** A greeting by the time of day, and the age of a fact, may change with the minute; nothing else in a script does. */
const MINUTE = 60_000

type Props = {
  readonly meeting: Meeting
  readonly notice: string | null
  readonly run: LiveMeeting['run']
  /** Set while this is a rehearsal: what is done here stays out of the meeting. */
  readonly rehearsal?: RehearsalOf | null
}

/** The Prompter of an open meeting: its script, its bars, and what its keys do. */
export function Stage({ meeting, notice, run: runInMeeting, rehearsal = null }: Props) {
  const session = rehearsal === null ? meeting.id : null
  const now = useNow(MINUTE)
  const script = useScript(meeting, now)
  const { outline } = script
  const notices = useNotice()
  const { say } = notices
  const { send, keepSettings } = useSend(rehearsal?.run ?? runInMeeting, say)
  const { look, change, keep } = useLook(meeting, keepSettings)
  const { habits, stepping, adopt } = useHabits()
  const { wordsPerMinute } = meeting.settings
  const settings = { wordsPerMinute, prompter: look }
  const { scroller, cues, after, windowRef, layerRef } = useScroller(session, script, settings, stepping)
  const { response, show, hide } = useResponse(meeting, send)
  const messages = useMessages(meeting, notices, show)
  const { stage, flip } = useStage(say)
  const ownWindow = useWindow(say)
  const { readBack, leave } = useReadBack(meeting, stage)
  const cardRef = useRef<HTMLDivElement | null>(null)
  const hidden = stage?.panic === true
  const voice = useVoice({ meeting, script, scroller, response, now, hidden, say }, cardRef)
  const { phrases, toggle: togglePhrase } = usePhrases(meeting, script, cues, scroller, layerRef, send, voice)
  const spending = useTimes(session, meeting.status === 'live', scroller, response !== null)
  const atEnd = useAtEnd(scroller)
  const panelRef = useRef<Panel>('none')
  const { objections } = meeting
  const seen = { objections, script, scroller, response, hide, say, phrases, panelRef, voice }
  const rehearsing = useRehearsal(rehearsal, seen)
  const prepared = preparedObjections(meeting)
  const { dismissOffers, undecided } = messages
  const confirm = (is: string) => {
    const objection = undecided(is)
    if (objection !== null) send({ type: 'matchObjection', objection, prepared: is })
  }
  const way = {
    scroller,
    outline,
    response,
    readBack,
    leave,
    hidden,
    prepared,
    show,
    hide,
    dismissOffers,
    confirm,
    look,
    change,
    keep,
    flip,
    ownWindow,
    voice,
    cardRef,
    meeting: meeting.id,
  }
  const control = useCommands({ ...way, habits, stepping, adopt, say, take: rehearsing.take })
  const { run, panel, closePanel } = control
  // A rehearsal is not made anew while it is on, and one that has not begun begins at the start.
  const goesOn = rehearsal === null
  useAgain(meeting.id, goesOn ? scroller : null, panel, goesOn ? (response?.id ?? null) : null)
  const capture = useCapture(meeting, runInMeeting, (sentence, others) => {
    if (!others) closePanel()
    say(sentence)
  })
  const globalWords = useGlobalKeys(habits.globalKeys, run)
  const [drafts] = useState(() => new Map<string, string>())
  const edited = meeting.script.find(
    (cue): cue is SpokenCue => panel === 'edit' && cue.id === control.editing && cue.kind === 'spoken',
  )

  useEffect(() => {
    panelRef.current = panel
  }, [panel])

  const isOver = rehearsing.phase === 'done'
  const isAsked = rehearsing.deck.drawn !== null
  const resting = hidden || readBack !== null || response !== null || edited !== undefined || isAsked
  useEffect(() => scroller?.setResting(resting), [scroller, resting])
  useEffect(() => {
    if (notice !== null) say(notice)
  }, [notice, say])
  useEffect(() => {
    if (globalWords !== '') say(globalWords)
  }, [globalWords, say])

  const ended = atEnd && rehearsal === null && readBack === null && response === null && panel !== 'settings'
  return (
    <div className="prompter" data-plain={control.isPlain}>
      <TopBar
        meeting={meeting}
        script={script}
        scroller={scroller}
        spending={spending}
        voice={voice}
        isRehearsal={rehearsal !== null}
      />
      <main className="stage">
        <h1 className="visually-hidden">{meeting.title}</h1>
        <ScriptView
          cues={cues}
          after={after}
          width={look.width}
          margin={look.margin}
          scroller={scroller}
          windowRef={windowRef}
          layerRef={layerRef}
          onNudge={(pixels) => !resting && scroller?.nudge(pixels)}
          onTap={(phrase) => {
            if (phrase !== null && scroller?.state.get().running === false) togglePhrase(phrase)
            else run('toggle')
          }}
        />
        {(ended || panel === 'phrases') && (
          <EndCard
            ended={ended && panel !== 'phrases'}
            phrases={phrases}
            times={spending.times}
            onToggle={togglePhrase}
            onClose={closePanel}
          />
        )}
        {readBack !== null && <ReadBackCard key={readBack.text} {...readBack} partsRef={cardRef} />}
        {response !== null && readBack === null && (
          <ResponseCard
            key={response.id}
            objection={response}
            meeting={meeting}
            now={now}
            partsRef={cardRef}
          />
        )}
        {edited !== undefined && (
          <CueEditor
            key={edited.id}
            cue={edited}
            number={meeting.script.indexOf(edited) + 1}
            draft={drafts.get(edited.id)}
            onDraft={(text) => drafts.set(edited.id, text)}
            run={runInMeeting}
            onClose={closePanel}
          />
        )}
        <RehearsalCard rehearsing={rehearsing} onRun={run} />
        {rehearsal !== null && isOver && <RehearsalReport rehearsal={rehearsal} rehearsing={rehearsing} />}
        <MicrophoneLamp voice={voice} />
        <MessageList messages={messages.messages} typing={control.typing} countdown={control.countdown} />
        {panel === 'settings' && scroller !== null && (
          <SettingsPanel
            meeting={meeting.id}
            look={look}
            scroller={scroller}
            voice={voice}
            onChange={change}
            habits={{ ...habits, stepping }}
            onHabits={adopt}
            globalWords={globalWords}
            ownWindow={ownWindow}
            onSwap={() => run('swap')}
            say={say}
            onClose={closePanel}
          />
        )}
      </main>
      {panel === 'capture' ? (
        <CaptureStrip capture={capture} meeting={meeting} />
      ) : (
        <KeyBar
          prepared={prepared}
          shown={response?.key ?? null}
          stage={stage}
          meeting={meeting}
          ownWindow={ownWindow}
          isRehearsal={rehearsal !== null}
          onRun={run}
        />
      )}
      <Overlays
        panel={panel}
        meeting={meeting}
        onClose={closePanel}
        onRun={run}
        onResponse={(objection) => {
          if (!show(objection)) say('No response is prepared for that one.')
        }}
        onCue={control.goToCue}
      />
    </div>
  )
}
