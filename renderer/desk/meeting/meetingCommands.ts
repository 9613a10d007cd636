import type { DeskKeyId } from '../../../shared/keys/desk'
import { deskKeys } from '../../../shared/keys/desk'
import type { StageState } from '../../../shared/ipc'
import { tasksToTake } from '../../../shared/meeting/taskActions'
import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { ending } from '../../state/ending'
import { entryWork } from '../../state/entryWork'
import { panic } from '../../state/panic'
import { go, type Stage } from '../../state/route'
import { mergeCopy, saveCopy } from '../../state/copies'
import type { Session } from '../../state/session'
import { verifyRecord } from '../../state/verified'
import type { PaletteCommand } from '../../ui/palette/items'
import { openRecordDialog } from '../record/openRecordDialog'
import { exportPdf } from '../record/exportRecord'
import { readBack, takeNextTask, takeTask } from '../decision/decisionWork'
import { focusStage } from './focusStage'
import { isUndoOrRedo, redoLast, undoLast } from './undoRedo'

function goToStage(session: Session, stage: Stage): void {
  go({ page: 'meeting', id: session.id, stage })
  focusStage(stage)
}

/** Runs the Desk command of that id on the meeting at hand; commands on one entry are its list's own. */
export function runDeskCommand(session: Session, id: DeskKeyId): void {
  switch (id) {
    case 'stage.prepare':
      return goToStage(session, 'prepare')
    case 'stage.live':
    case 'capture.focus':
      return goToStage(session, 'live')
    case 'stage.record':
      return goToStage(session, 'record')
    case 'capture.undo':
      return void undoLast(session)
    case 'capture.redo':
      return void redoLast(session)
    case 'record.export':
      return exportPdf(session)
    case 'record.forms':
      return openRecordDialog(session, 'export')
    case 'record.finalise':
      return openRecordDialog(session, 'finalise')
    case 'record.sign':
      return openRecordDialog(session, 'sign')
    case 'verify':
      return void verifyRecord()
    case 'panic':
      return void panic()
    case 'plan.take':
      return void takeNextTask(session)
    case 'decision.readBack':
    case 'decision.details':
    case 'action.owner':
    case 'action.due':
    case 'entry.edit':
    case 'entry.link':
    case 'entry.earlier':
    case 'entry.later':
    case 'entry.match':
    case 'entry.again':
    case 'entry.previous':
    case 'entry.next':
      return undefined
  }
}

async function told(
  session: Session,
  answer: Promise<{ ok: true } | { ok: false; refusal: { sentence: string } }>,
) {
  const result = await answer
  if (!result.ok) session.say({ kind: 'refused', sentence: result.refusal.sentence })
}

/** What can be done with the newest decision, and with the tasks of the plan that are no actions yet. */
function decisionCommands(session: Session, meeting: Meeting): readonly PaletteCommand[] {
  const newest = meeting.decisions.at(-1)
  const running = meeting.status === 'live' || meeting.status === 'paused'
  if (!running) return []
  const tasks = tasksToTake(meeting).map((task) => ({
    id: `task ${task.id}`,
    label: `Action from the plan: ${task.text}`,
    keys: [],
    run: () => void takeTask(session, meeting, task),
  }))
  if (newest === undefined) return tasks
  const { id, text } = newest
  const details = {
    id: 'decision.details',
    label: `Details of the decision: ${text}`,
    keys: [],
    run: () => entryWork.set({ what: 'details', id }),
  }
  const back = {
    id: 'decision.readBack',
    label: `Read back: ${text}`,
    keys: [],
    run: () => void readBack(session, id),
  }
  return [...(meeting.status === 'live' ? [back] : []), details, ...tasks]
}

/** What the command palette offers in a meeting, as it stands now. */
export function meetingCommands(
  session: Session,
  meeting: Meeting,
  stage: StageState | null,
): readonly PaletteCommand[] {
  const { id, status } = meeting
  const board = stage?.boardState ?? { frozen: false, blank: false }
  const command = (name: string, label: string, run: () => void): PaletteCommand => ({
    id: name,
    label,
    keys: [],
    run,
  })
  const keyed = deskKeys
    .filter(({ scope }) => scope !== 'entry')
    .filter(({ id: key }) => key !== (status === 'finalised' ? 'record.finalise' : 'record.sign'))
    .filter(({ id: key }) => key !== 'plan.take' || status === 'live' || status === 'paused')
    .filter(({ id: key }) => !isUndoOrRedo(key) || status !== 'finalised')
    .map((each) => ({ ...each, run: () => runDeskCommand(session, each.id) }))
  const set = (change: Partial<typeof board>) => void told(session, bridge.call('board:set', change))
  return [
    ...keyed,
    command(
      'prompter.open',
      'Open prompter',
      () => void told(session, bridge.call('window:open', { kind: 'prompter', meeting: id })),
    ),
    command(
      'board.open',
      'Open board',
      () => void told(session, bridge.call('window:open', { kind: 'board', meeting: id })),
    ),
    command('copy.save', 'Save a copy for a second note-taker', () => void saveCopy(session)),
    command('copy.merge', 'Merge a copy', () => void mergeCopy(session)),
    ...(stage?.board === id
      ? [
          command('board.freeze', board.frozen ? 'Let the board go on' : 'Freeze board', () =>
            set({ frozen: !board.frozen }),
          ),
          command('board.blank', board.blank ? 'Show the board again' : 'Blank board', () =>
            set({ blank: !board.blank }),
          ),
        ]
      : []),
    ...(status === 'finalised'
      ? [
          command('record.signOff', 'Add sign-off', () => openRecordDialog(session, 'signOff')),
          command('record.correct', 'Correct the record', () => openRecordDialog(session, 'correct')),
        ]
      : []),
    ...decisionCommands(session, meeting),
    ...(status === 'live' || status === 'paused'
      ? [
          command('end', 'End meeting', () => {
            goToStage(session, 'live')
            ending.set(true)
          }),
        ]
      : []),
    ...(status === 'live'
      ? [command('pause', 'Break', () => void session.tell({ type: 'pause' }, () => 'The clock rests.'))]
      : []),
    ...(status === 'paused'
      ? [
          command(
            'resume',
            'End break',
            () => void session.tell({ type: 'resume' }, () => 'The meeting goes on.'),
          ),
        ]
      : []),
  ]
}
