import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { apply, replay } from '../../../shared/meeting/apply'
import { commandSchema } from '../../../shared/meeting/commands'
import { createMeeting, decide } from '../../../shared/meeting/decide'
import { bodySchema } from '../../../shared/meeting/entries'
import { chainFaults } from '../../../shared/meeting/log'
import { meetingSchema } from '../../../shared/meeting/schema'
import { asSeen } from '../../helpers/asked'
import { textArb } from '../../helpers/arbValues'
import { draftArb, historyArb } from '../../helpers/histories'
import { author, frozen, idOf, momentOf, must, newMeeting, Rehearsal, say } from '../../helpers/meetings'

const JARGON = /undefined|null|NaN|\[object|Error\b|Zod|regex|expected|\bat .+:\d+:\d+|\.ts\b/

/** A refusal as people read it: one line of sentences, without what only programmers understand. */
function expectSentence(sentence: string, typed: readonly string[]): void {
  const own = typed.reduce((rest, text) => (text === '' ? rest : rest.replaceAll(text, '…')), sentence)
  expect(sentence).toMatch(/\.$/)
  expect(own).not.toMatch(JARGON)
  expect(own).toMatch(/^\S.*$/u)
}

describe('any history of commands', () => {
  it('is decided without an exception, and what is accepted can be read back', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) {
          const asked = commandSchema.safeParse(asSeen(rehearsal.meeting, command))
          const answer = rehearsal.try(command)
          if (answer.ok) {
            expect(bodySchema.parse(answer.value)).toStrictEqual(answer.value)
            expect(meetingSchema.parse(rehearsal.meeting)).toStrictEqual(rehearsal.meeting)
          } else if (asked.success) {
            expectSentence(
              answer.refusal.sentence,
              command.type === 'setFact' ? [command.value.normalize('NFC').trim(), command.key] : [],
            )
          }
        }
        expect(chainFaults(rehearsal.log)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('adds up to the same meeting when its log is replayed, also from the text on the disk', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        expect(replay(rehearsal.log)).toStrictEqual(rehearsal.meeting)
        expect(replay(JSON.parse(JSON.stringify(rehearsal.log)))).toStrictEqual(rehearsal.meeting)
      }),
      { numRuns: 120 },
    )
  })

  it('is decided the same way twice', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const [one, two] = [new Rehearsal(), new Rehearsal()]
        for (const command of commands) expect(one.try(command)).toStrictEqual(two.try(command))
        expect(one.log).toStrictEqual(two.log)
      }),
      { numRuns: 100 },
    )
  })

  it('can be applied to any meeting, also to one it was not decided for', () => {
    fc.assert(
      fc.property(historyArb, historyArb, (commands, others) => {
        const [mine, theirs] = [new Rehearsal(), new Rehearsal()]
        for (const command of commands) mine.try(command)
        for (const command of others) theirs.try(command)
        const mixed = theirs.log.reduce(apply, mine.meeting)
        expect(mixed.id).toBe(mine.meeting.id)
      }),
      { numRuns: 100 },
    )
  })
})

describe('undo', () => {
  it('gives back the meeting as it was before the capture, whatever was captured', () => {
    fc.assert(
      fc.property(historyArb, draftArb, (commands, draft) => {
        const rehearsal = new Rehearsal()
        for (const command of [say.start, ...commands]) rehearsal.try(command)
        const before = rehearsal.meeting
        if (!rehearsal.try({ type: 'capture', draft }).ok) return
        expect(rehearsal.meeting).not.toStrictEqual(before)
        rehearsal.do(say.undo)
        expect(rehearsal.meeting).toStrictEqual(before)
      }),
      { numRuns: 120 },
    )
  })

  it('takes back one capture after another, newest first, and then refuses', () => {
    const rehearsal = new Rehearsal().do(say.start)
    const states = ['one', 'two', 'three'].map((text) => {
      const before = rehearsal.meeting
      rehearsal.do(text === 'two' ? say.action(text) : say.note(text))
      return before
    })
    for (const before of states.toReversed()) expect(rehearsal.do(say.undo).meeting).toStrictEqual(before)
    expect(rehearsal.try(say.undo)).toMatchObject({ ok: false, refusal: { code: 'nothing' } })
  })

  it('takes one step after the other, and keeps in the log what was taken back', () => {
    const rehearsal = new Rehearsal().do(say.start, say.objection('too late'))
    rehearsal.do({ type: 'setObjectionStatus', objection: idOf(2), status: 'sustained' }, say.undo)
    expect(rehearsal.meeting.objections.at(-1)).toMatchObject({ status: 'open' })
    expect(rehearsal.do(say.undo).log.at(-1)?.body).toMatchObject({
      type: 'change.undone',
      target: idOf(2),
      body: {
        type: 'captured.removed',
        captured: { type: 'objection.raised', item: { text: 'too late', status: 'open' } },
      },
    })
    expect(rehearsal.meeting.objections.map((objection) => objection.id)).toEqual(['deadline'])
  })
})

describe('what may happen when', () => {
  const live = () => new Rehearsal().do(say.start)
  const refused = (rehearsal: Rehearsal, command: Parameters<Rehearsal['try']>[0]) => {
    const answer = rehearsal.try(command)
    return answer.ok ? 'accepted' : answer.refusal.code
  }

  it('captures in a live meeting only', () => {
    expect(refused(new Rehearsal(), say.note('early'))).toBe('status')
    expect(refused(live(), say.note('now'))).toBe('accepted')
    expect(refused(live().do(say.end), say.note('late'))).toBe('status')
  })

  it('starts once and ends once', () => {
    expect(refused(live(), say.start)).toBe('status')
    expect(refused(new Rehearsal(), say.end)).toBe('status')
    expect(refused(live().do(say.end), say.end)).toBe('status')
  })

  it('back-dates, but not into the future', () => {
    const at = (moment: string) =>
      ({ type: 'capture', draft: { kind: 'note', text: 'then', at: moment } }) as const
    expect(refused(live(), at(momentOf(-600)))).toBe('accepted')
    expect(refused(live(), at(momentOf(600)))).toBe('future')
  })

  it('refuses people who are not there, and keeps those who were named', () => {
    expect(refused(live(), say.action('x', idOf(9)))).toBe('unknown')
    expect(refused(live(), say.objection('x', idOf(9)))).toBe('unknown')
    const named = new Rehearsal().do(say.person('Amara'), say.start, say.parking('later', idOf(1)))
    expect(refused(named, { type: 'removeAttendee', attendee: idOf(1) })).toBe('mentioned')
    expect(refused(named.do(say.undo), { type: 'removeAttendee', attendee: idOf(1) })).toBe('accepted')
  })

  it('answers only objections that were raised', () => {
    const answer = (objection: string) =>
      ({ type: 'setObjectionStatus', objection, status: 'answered' }) as const
    expect(refused(live(), answer('deadline'))).toBe('unknown')
    expect(refused(live().do(say.objection('x')), answer(idOf(2)))).toBe('accepted')
  })

  it.each([
    ['a capture', say.note(' \t ')],
    ['a person', say.person('  ')],
    ['a title', { type: 'setDetails', title: ' ', plannedStart: null, place: '', timeZone: 'UTC' } as const],
  ])('refuses %s without text', (_, command) => {
    expect(refused(live(), command)).toBe('empty')
  })

  it('refuses text that has grown too long to be kept, instead of writing what cannot be read', () => {
    expect(refused(live(), say.note('\u0958'.repeat(9_000)))).toBe('shape')
    expect(refused(live(), say.note(`${'x'.repeat(10_000)}   `))).toBe('accepted')
    expect(refused(live(), say.note('half \ud800'))).toBe('shape')
  })

  it('makes no meeting without a title, or of one too long', () => {
    expect(createMeeting(newMeeting({ title: ' ' })).ok).toBe(false)
    expect(createMeeting(newMeeting({ title: 'x'.repeat(301) })).ok).toBe(false)
    expect(createMeeting(newMeeting({ timeZone: 'Europe/Atlantis' })).ok).toBe(false)
  })
})

describe('text', () => {
  it('is kept as typed, composed, without blanks around it', () => {
    fc.assert(
      fc.property(textArb, (typed) => {
        const rehearsal = new Rehearsal().do(say.start)
        if (!rehearsal.try(say.note(typed)).ok) return
        expect(rehearsal.meeting.notes[0]?.text).toBe(typed.normalize('NFC').trim())
      }),
    )
  })
})

describe('plan figures', () => {
  const factOf = (rehearsal: Rehearsal, key: string) =>
    rehearsal.meeting.facts.find((fact) => fact.key === key)?.value

  it('flow into the facts that show them', () => {
    const rehearsal = new Rehearsal().do(
      say.fact('fixTime', '4-6h'),
      say.fact('originalRelease', '25 Nov 2026 14:00'),
    )
    expect(factOf(rehearsal, 'fixTime')).toBe('4–6 hours')
    expect(factOf(rehearsal, 'originalRelease')).toBe('2026-11-25T14:00:00.000+01:00')
    expect(factOf(rehearsal, 'newRelease')).toBe('')
    rehearsal.do(say.fact('retestTime', '90 min'))
    expect(factOf(rehearsal, 'newRelease')).toBe('2026-11-24T21:30:00.000+01:00')
    expect(rehearsal.meeting.plan.newDate).toBe('2026-11-24T21:30:00.000+01:00')
  })

  it('give way to a new date that was set, and come back when it is emptied', () => {
    const rehearsal = new Rehearsal().do(say.fact('fixTime', '1 h'), say.fact('retestTime', '1 h'))
    const proposed = factOf(rehearsal, 'newRelease')
    rehearsal.do(say.fact('newRelease', '1 Dec 2026 10:00'))
    expect(factOf(rehearsal, 'newRelease')).toBe('2026-12-01T10:00:00.000+01:00')
    expect(factOf(rehearsal.do(say.fact('newRelease', '')), 'newRelease')).toBe(proposed)
  })

  it('follow the start of the meeting when it is moved', () => {
    const rehearsal = new Rehearsal().do(say.fact('fixTime', '1 h'), say.fact('retestTime', '1 h'))
    const { title, place, timeZone } = rehearsal.meeting
    rehearsal.do({
      type: 'setDetails',
      title,
      place,
      timeZone,
      plannedStart: '2026-11-25T08:00:00.000+01:00',
    })
    expect(factOf(rehearsal, 'newRelease')).toBe('2026-11-25T10:00:00.000+01:00')
  })

  it('stay empty where the new date would lie beyond the year 9999', () => {
    const rehearsal = new Rehearsal(newMeeting({ plannedStart: '9999-12-31T20:00:00.000+01:00' }))
    rehearsal.do(say.fact('fixTime', '40 h'), say.fact('retestTime', '1 h'))
    expect(rehearsal.meeting.plan.newDate).toBeNull()
    expect(meetingSchema.safeParse(rehearsal.meeting).success).toBe(true)
  })

  it('refuse what is no time and no date', () => {
    expect(new Rehearsal().try(say.fact('fixTime', 'soon'))).toMatchObject({
      refusal: { code: 'range', path: 'fixTime' },
    })
    expect(new Rehearsal().try(say.fact('review', 'someday'))).toMatchObject({ refusal: { code: 'date' } })
  })
})

describe('apply', () => {
  it('throws only on a log that does not begin with the creation', () => {
    const { log } = new Rehearsal().do(say.start)
    expect(() => replay(log.slice(1))).toThrow(TypeError)
    expect(replay([])).toBeNull()
  })

  it('ignores a second creation', () => {
    const { log, meeting } = new Rehearsal().do(say.start)
    expect(replay([...log, ...log.slice(0, 1)])).toStrictEqual(meeting)
  })

  it('decides nothing from a meeting it may not change', () => {
    const meeting = frozen(must(createMeeting(newMeeting())))
    expect(Object.isFrozen(meeting)).toBe(true)
    const rehearsal = new Rehearsal()
    const context = { at: momentOf(1), id: idOf(1), by: author, history: [] }
    expect(decide(rehearsal.meeting, say.start, context).ok).toBe(true)
  })
})
