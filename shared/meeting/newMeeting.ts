import type { Body } from './entries'
import type { Meeting, MeetingSettings } from './schema'

type Created = Extract<Body, { type: 'meeting.created' }>

/** What a meeting begins with, until somebody sets something else. */
export const FIRST_SETTINGS: MeetingSettings = {
  wordsPerMinute: 140,
  boardDelay: 0,
  boardTheme: 'light',
  namesOnBoard: true,
  offerUnasked: false,
  prompter: {
    size: 8,
    width: 78,
    margin: 2.6,
    lineHeight: 1.4,
    letterSpacing: 0,
    face: 'humanist',
    theme: 'dark',
  },
}

/** The meeting right after it was made from its playbook. */
export function newMeeting(body: Created): Meeting {
  const { playbook } = body
  const roleTitle = new Map(playbook.roles.map((role) => [role.id, role.title]))
  return {
    id: body.meeting,
    title: body.title,
    status: 'draft',
    timeZone: body.timeZone,
    plannedStart: body.plannedStart,
    place: body.place,
    startedAt: null,
    endedAt: null,
    breaks: [],
    playbook,
    facts: playbook.facts.map((fact) => ({ ...fact, value: '', source: '', at: null })),
    attendees: [],
    formerAttendees: [],
    script: playbook.script,
    objections: playbook.objections.map(({ id, kind, role, text, keywords, key, response }) => ({
      id,
      text,
      at: null,
      kind,
      who: null,
      role: roleTitle.get(role) ?? role,
      keywords,
      key,
      response,
      status: 'open',
      prepared: null,
    })),
    decisions: [],
    actions: [],
    parkingLot: [],
    notes: [],
    links: [],
    plan: {
      tasks: playbook.plan.tasks.map(({ id, text }) => ({ id, text, estimate: null })),
      workingHours: null,
      start: null,
      originalDate: null,
      override: null,
      newDate: null,
    },
    followUp: null,
    checklist: playbook.checklist.map(({ id, text }) => ({ id, text, done: false })),
    phrases: [],
    readBack: null,
    responsesShown: [],
    signOffs: [],
    revisions: [],
    settings: FIRST_SETTINGS,
  }
}
