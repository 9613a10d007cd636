import { z } from 'zod'

import { formatMoment } from '../capture/due'
import { formatEstimate } from '../plan/estimate'
import { momentSchema, uuidSchema } from '../text'
import { commandSchema } from './commands'
import { ENDED, TWICE } from './apart'
import { conflictsIn } from './conflicts'
import { kindOf } from './corrections'
import { decisionDetailsSchema } from './decisionSchema'
import type { LogEntry } from './entries'
import { capturedItem } from './lists'
import { estimateSchema, followUpSchema, type Meeting } from './schema'
import { commandKeeping } from './settle'
import { broughtAbout } from './subjects'
import { THERE, type Conflict, type Side } from './writes'

/** One side of a difference, in words. `keep` is the command that keeps it; null where that is done by hand. */
const toldSideSchema = z.object({
  entry: uuidSchema,
  who: z.string(),
  device: z.string(),
  at: momentSchema,
  text: z.string(),
  stands: z.boolean(),
  keep: commandSchema.nullable(),
})

/** A difference between joined copies as it is shown: what it is about, which field, and both sides. */
export const toldConflictSchema = z.object({
  key: z.string(),
  what: z.string(),
  field: z.string(),
  sides: z.array(toldSideSchema),
})
export type ToldConflict = Readonly<z.infer<typeof toldConflictSchema>>

/** The kinds of entries that have something of their own to say. */
const KINDS: Readonly<Record<string, string>> = {
  'action.captured': 'Action',
  'decision.captured': 'Decision',
}

const LABELS: Readonly<Record<string, string>> = {
  text: 'Text',
  at: 'Time',
  who: 'Raised by',
  owner: 'Owner',
  due: 'Due',
  kind: 'Kind',
  type: 'Kind',
  status: 'Status',
  value: 'Value',
  there: 'Kept or removed',
  title: 'Title',
  plannedStart: 'Planned start',
  place: 'Place',
  timeZone: 'Time zone',
  start: 'Start of the plan',
  originalDate: 'Original date',
  override: 'New date',
  workingHours: 'Working hours',
  followUp: 'Follow-up',
  done: 'Done',
  options: 'Options',
  outcome: 'Outcome',
  positions: 'Who agreed',
  review: 'Review',
  supersedes: 'Takes the place of',
  name: 'Name',
  role: 'Role',
  organisation: 'Organisation',
  email: 'E-mail',
  estimate: 'Estimate',
  heading: 'Heading',
  agenda: 'Agenda',
  timebox: 'Minutes',
  response: 'Response',
  key: 'Key',
  keywords: 'Keywords',
  mustSay: 'Must be said',
  tips: 'Tips',
  source: 'Source',
  wordsPerMinute: 'Words per minute',
  boardDelay: 'Delay of the Board in seconds',
  namesOnBoard: 'Names on the Board',
  offerUnasked: 'Responses shown unasked',
  ended: 'End of the meeting',
  twice: 'Added in both copies',
}

function subjectWords(meeting: Meeting, { subject, id }: Conflict): string {
  const quoted = (text: string | undefined) => (text === undefined ? '' : ` “${text}”`)
  switch (subject) {
    case 'captured': {
      const now = capturedItem(meeting, id)
      return now === null ? 'An entry' : `${kindOf(now)} “${now.item.text}”`
    }
    case 'fact':
      return `Fact${quoted(meeting.facts.find(({ key }) => key === id)?.label)}`
    case 'details':
      return 'Details of the meeting'
    case 'settings':
      return 'Settings of the meeting'
    case 'meeting':
      return `Meeting${quoted(meeting.title)}`
    case 'plan':
    case 'followUp':
      return 'Plan and follow-up'
    case 'checklist':
      return `Closing checklist${quoted(meeting.checklist.find((item) => item.id === id)?.text)}`
    case 'attendee':
      return `Person${quoted(meeting.attendees.find((person) => person.id === id)?.name)}`
    case 'cue':
      return `Script${quoted(meeting.script.find((cue) => cue.id === id)?.heading)}`
    case 'expected':
      return `Prepared objection${quoted(meeting.objections.find((each) => each.id === id)?.text)}`
    case 'task':
      return `Task${quoted(meeting.plan.tasks.find((task) => task.id === id)?.text)}`
  }
}

function personWords(meeting: Meeting, id: string): string {
  return meeting.attendees.find((person) => person.id === id)?.name ?? 'somebody'
}

const positionsSchema = decisionDetailsSchema.shape.positions
const responseWords = z.object({ sayFirst: z.string() })
const hoursWords = z.object({ from: z.string(), to: z.string() })

function structuredWords(meeting: Meeting, field: string, value: unknown): string {
  const estimate = estimateSchema.safeParse(value)
  if (field === 'estimate' && estimate.success) return formatEstimate(estimate.data)
  const positions = positionsSchema.safeParse(value)
  if (field === 'positions' && positions.success)
    return positions.data
      .map(({ attendee, position }) => `${personWords(meeting, attendee)} ${position}`)
      .join(', ')
  const followUp = followUpSchema.safeParse(value)
  if (followUp.success) return `${formatMoment(followUp.data.when, meeting.timeZone)} ${followUp.data.where}`
  const response = responseWords.safeParse(value)
  if (response.success) return response.data.sayFirst
  const hours = hoursWords.safeParse(value)
  if (hours.success) return `${hours.data.from} to ${hours.data.to}`
  return Array.isArray(value) ? value.map(String).join(', ') : ''
}

function valueWords(meeting: Meeting, field: string, { value, entry }: Side): string {
  if (field === THERE) return value === false ? 'Removed' : 'Kept, with a change'
  if (field === ENDED) return value === true ? 'It ended' : 'It went on after that'
  if (field === TWICE) return value === true ? 'Two people of one name' : 'One person'
  const body = broughtAbout(entry.body)
  if (field === 'type' && body.type === 'captured.edited') return kindOf(body.captured)
  if (field === 'type') return `${KINDS[String(value)] ?? 'Objection'}, with what was said of it`
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string' && ['who', 'owner'].includes(field)) return personWords(meeting, value)
  if (typeof value === 'string')
    return momentSchema.safeParse(value).success ? formatMoment(value, meeting.timeZone) : value
  return structuredWords(meeting, field, value)
}

/** Every difference between joined copies that nobody has settled, in words. */
export function toldConflicts(meeting: Meeting, log: readonly LogEntry[]): ToldConflict[] {
  return conflictsIn(meeting, log).map((conflict) => {
    const { key, field, sides } = conflict
    return {
      key,
      what: subjectWords(meeting, conflict),
      field: LABELS[field] ?? field,
      sides: sides.map((side) => {
        const { id, at, by } = side.entry
        const text = valueWords(meeting, field, side)
        return {
          entry: id,
          who: by.name,
          device: by.device,
          at,
          text: text === '' ? 'Nothing' : text,
          stands: side === sides.at(-1),
          keep: commandKeeping(meeting, conflict, side),
        }
      }),
    }
  })
}
