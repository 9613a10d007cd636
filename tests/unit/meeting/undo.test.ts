import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { redoneWords, undoneWords } from '../../../shared/meeting/changeWords'
import { publicView } from '../../../shared/meeting/publicView'
import type { Meeting } from '../../../shared/meeting/schema'
import { isUndoable } from '../../../shared/meeting/turnRound'
import { recordData } from '../../../shared/record/data'
import { listFaults } from '../../../shared/record/listFaults'
import { historyArb } from '../../helpers/histories'
import { idOf, momentOf, must, Rehearsal, say } from '../../helpers/meetings'

const live = () => new Rehearsal().do(say.person('Amara Okafor'), say.start)

/** When figures of the plan were worked out last, and who was on the list once, is not what was done. */
const undated = (meeting: Meeting) => ({
  ...meeting,
  facts: meeting.facts.map((fact) => ({ ...fact, at: null })),
  formerAttendees: [],
})
const STEPS = new Set(['start', 'pause', 'resume', 'end', 'reopen', 'undo', 'redo'])
const SILENT = new Set(['setSettings', 'markPhrase', 'showResponse', 'readBack', 'closeReadBack'])
const ON_RECORD = new Set(['finalise', 'reopenRecord', 'giveSignOff', 'withdrawSignOff', 'noteSignature'])

function words(rehearsal: Rehearsal, command: typeof say.undo | typeof say.redo): string {
  const body = must(rehearsal.try(command))
  if (body.type === 'change.undone') return undoneWords(body.body, rehearsal.meeting)
  return body.type === 'change.redone' ? redoneWords(body.body, rehearsal.meeting) : body.type
}

describe('undo and redo of anything', () => {
  it('gives back every state on the way, and then again each one after it', () => {
    let most = 0
    fc.assert(
      fc.property(historyArb, historyArb, (before, commands) => {
        const rehearsal = new Rehearsal()
        for (const command of before) rehearsal.try(command)
        const started = rehearsal.log.length
        const states = [undated(rehearsal.meeting)]
        for (const command of commands) {
          if ([STEPS, SILENT, ON_RECORD].some((types) => types.has(command.type))) continue
          const answer = rehearsal.try(command)
          if (!answer.ok) continue
          if (!isUndoable(answer.value)) return
          states.push(undated(rehearsal.meeting))
        }
        const back = states.slice(0, -1).toReversed()
        for (const state of back) expect(undated(rehearsal.do(say.undo).meeting)).toStrictEqual(state)
        for (const state of states.slice(1))
          expect(undated(rehearsal.do(say.redo).meeting)).toStrictEqual(state)
        if (rehearsal.log.length > started)
          expect(rehearsal.try(say.redo)).toMatchObject({ refusal: { code: 'nothing' } })
        most = Math.max(most, states.length)
      }),
      { numRuns: 200 },
    )
    expect(most).toBeGreaterThan(3)
  })

  it('takes all captures of any history back, whatever steps lay between, and refuses in sentences', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const rehearsal = live()
        for (const command of commands) rehearsal.try(command)
        let answer = rehearsal.try(say.undo)
        for (let n = 0; answer.ok && n < 60; n += 1) answer = rehearsal.try(say.undo)
        expect(answer).toMatchObject({ ok: false })
        if (!answer.ok && answer.refusal.code === 'nothing') {
          const { notes, decisions, actions, parkingLot, attendees, links } = rehearsal.meeting
          expect([notes, decisions, actions, parkingLot, attendees]).toEqual([[], [], [], [], []])
          expect(links).toEqual([])
        } else {
          expect(answer).toMatchObject({ refusal: { code: 'finalised' } })
        }
      }),
      { numRuns: 150 },
    )
  })

  it('keeps what was taken back out of all that is public, and the record still adds up', () => {
    fc.assert(
      fc.property(historyArb, fc.nat(4), (commands, again) => {
        const rehearsal = live()
        for (const command of commands) rehearsal.try(command)
        const [decision, note] = ['Zq7 decided by mistake', 'Zq7 noted by mistake']
        for (const type of ['reopenRecord', 'reopen', 'resume'] as const) rehearsal.try({ type })
        rehearsal.do(say.decision(decision), say.note(note))
        rehearsal.do(say.undo, say.undo)
        for (let n = 0; n < again; n += 1) rehearsal.do(say.redo, say.undo)
        const { meeting, log } = rehearsal
        const data = recordData({ meeting, log, revision: null, leftOut: [], signers: [] })
        expect(JSON.stringify([publicView(meeting), data])).not.toContain('Zq7')
        expect(listFaults(data)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('undo', () => {
  it('means the capture, not what a prompter or a setting did since', () => {
    const rehearsal = live().do(say.note('a slip'))
    const { settings } = rehearsal.meeting
    rehearsal.do(
      { type: 'markPhrase', cue: 'open', phrase: 'we stop', mark: 'shown' },
      { type: 'setSettings', settings: { ...settings, boardDelay: 4 } },
      { type: 'showResponse', objection: 'deadline' },
    )
    expect(words(rehearsal, say.undo)).toBe('Undone: the note “a slip”')
    expect(rehearsal.meeting.notes).toEqual([])
    expect(rehearsal.meeting.settings.boardDelay).toBe(4)
  })

  it('puts a removed entry back at its place, and a converted one into the list it came from', () => {
    const rehearsal = live().do(say.note('one'), say.action('two', idOf(1)), say.note('three'))
    const before = rehearsal.meeting
    rehearsal.do(
      { type: 'removeEntry', entry: idOf(3) },
      { type: 'editEntry', entry: idOf(4), draft: { kind: 'note', text: 'Two.', at: null } },
    )
    expect(words(rehearsal, say.undo)).toBe('Undone: the edit of “Two.”')
    expect(words(rehearsal, say.undo)).toBe('Undone: the removal of “one”')
    expect(rehearsal.meeting).toStrictEqual(before)
    expect(words(rehearsal, say.redo)).toBe('Made again: the removal of “one”')
  })

  it('takes an arrival back, also after the meeting has ended, and nobody stays on then', () => {
    const rehearsal = live().do({ type: 'arrive', attendee: idOf(1) }, say.end)
    expect(words(rehearsal, say.undo)).toBe('Undone: the attendance of Amara Okafor')
    expect(rehearsal.meeting.attendees[0]?.present).toEqual([])
    rehearsal.do(say.redo)
    expect(rehearsal.meeting.attendees[0]?.present).toEqual([{ from: momentOf(3), to: momentOf(4) }])
  })

  it('leaves a name as it stands alone when only attendance went on', () => {
    const { name, role, organisation, email } = { name: 'A', role: '', organisation: '', email: '' }
    const rehearsal = live().do(
      { type: 'arrive', attendee: idOf(1) },
      { type: 'editAttendee', attendee: { id: idOf(1), name, role, organisation, email } },
      say.end,
      say.undo,
    )
    expect(rehearsal.meeting.attendees[0]).toMatchObject({
      name: 'Amara Okafor',
      present: [{ from: momentOf(3), to: momentOf(5) }],
    })
  })

  it('is over with a new change: what was taken back before stays so', () => {
    const rehearsal = live().do(say.note('one'), say.undo, say.note('two'))
    expect(rehearsal.try(say.redo)).toMatchObject({ refusal: { code: 'nothing' } })
    expect(words(rehearsal.do(say.undo, say.redo), say.undo)).toBe('Undone: the note “two”')
    expect(words(rehearsal, say.undo)).toBe('Undone: the person “Amara Okafor”')
  })

  it('corrects after the end, and not once the record is finalised', () => {
    const rehearsal = live().do(say.note('one'), say.end, { type: 'removeEntry', entry: idOf(3) }, say.undo)
    expect(rehearsal.meeting.notes).toHaveLength(1)
    rehearsal.do({ type: 'finalise', leftOut: [], signers: [] })
    expect(rehearsal.try(say.undo)).toMatchObject({ refusal: { code: 'finalised' } })
  })
})
