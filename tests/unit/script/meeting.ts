import { FIRST_SETTINGS } from '../../../shared/meeting/newMeeting'
import type { Fact, Meeting, Objection } from '../../../shared/meeting/schema'
import type { Cue } from '../../../shared/playbook/schema'

/** A fact of kind text, unless said otherwise. */
export function fact(key: string, value: string, more: Partial<Fact> = {}): Fact {
  return { key, label: `The ${key}`, kind: 'text', example: '', value, source: '', at: null, ...more }
}

export function spoken(id: string, text: string, mustSay: string[] = [], tips: string[] = []): Cue {
  return {
    kind: 'spoken',
    id,
    heading: `Private ${id}`,
    agenda: `Public ${id}`,
    text,
    mustSay,
    tips,
    timebox: 2,
  }
}

export function slot(id: string, objection: string): Cue {
  return {
    kind: 'slot',
    id,
    heading: `Private ${id}`,
    agenda: `Public ${id}`,
    objection,
    tips: [],
    timebox: 3,
  }
}

export const expected: Objection = {
  id: 'deadline',
  text: 'The launch will slip',
  at: null,
  kind: 'objection',
  who: null,
  role: 'Product Manager',
  keywords: [],
  key: 1,
  response: {
    sayFirst: 'We see the urgency. [Nod.]',
    evidence: 'We ran {{evidence}}.',
    questionBack: 'What would help?',
    doNotSay: 'Never say {{secret}}.',
  },
  status: 'open',
  prepared: null,
}

/** A small meeting in Berlin, planned for Wednesday 25 November 2026, 09:00. */
export function meeting(more: Partial<Meeting> = {}, bottomLine = 'We stop.', stake = 'Trust.'): Meeting {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    title: 'Release 4.2',
    status: 'draft',
    timeZone: 'Europe/Berlin',
    plannedStart: '2026-11-25T09:00:00.000+01:00',
    place: '',
    startedAt: null,
    endedAt: null,
    playbook: {
      format: 'lectern-playbook',
      version: 1,
      id: 'small',
      title: 'Small',
      summary: '',
      language: 'en',
      purpose: '',
      roles: [{ id: 'product', title: 'Product Manager', short: ['pm'], optional: false }],
      bottomLine,
      stakes: [{ id: 'trust', title: 'Trust', text: stake }],
      facts: [],
      plan: { tasks: [{ id: 'fix', text: 'Fix' }] },
      script: [spoken('opening', 'Hello.')],
      objections: [],
      checklist: [],
      glossary: [],
      tips: [
        { id: 'calm', text: 'Stay calm.' },
        { id: 'data', text: 'Show data.' },
      ],
    },
    facts: [],
    formerAttendees: [],
    attendees: [],
    script: [],
    objections: [],
    decisions: [],
    actions: [],
    parkingLot: [],
    notes: [],
    links: [],
    plan: { tasks: [], workingHours: null, start: null, originalDate: null, override: null, newDate: null },
    followUp: null,
    checklist: [],
    breaks: [],
    phrases: [],
    readBack: null,
    responsesShown: [],
    signOffs: [],
    revisions: [],
    settings: FIRST_SETTINGS,
    ...more,
  }
}

/** Wednesday 25 November 2026, 09:05 in Berlin. */
export const now = '2026-11-25T09:05:00.000+01:00'
