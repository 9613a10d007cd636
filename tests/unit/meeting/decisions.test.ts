import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Answers, DecisionDetails } from '../../../shared/meeting/decisionSchema'
import { bareDecision, readBackState } from '../../../shared/meeting/decisionSchema'
import { meetingFaults } from '../../../shared/meeting/file'
import { sha256Hex } from '../../../shared/meeting/log'
import { decisionHistoryArb } from '../../helpers/histories'
import type { Asked } from '../../helpers/asked'
import { idOf, momentOf, Rehearsal, say } from '../../helpers/meetings'

const DECISION = idOf(4)
const HASH = sha256Hex('we halt')

/** Two people (1, 2), started (3), two decisions (4, 5). */
function decided(): Rehearsal {
  return new Rehearsal().do(
    say.person('Amara Okafor'),
    say.person('Ben Adler'),
    say.start,
    say.decision('we halt'),
    say.decision('we tell marketing'),
  )
}

function details(more: Partial<DecisionDetails> = {}): DecisionDetails {
  const { options, outcome, positions, review, supersedes } = bareDecision()
  return { options, outcome, positions, review, supersedes, ...more }
}

const set = (more: Partial<DecisionDetails>, decision = DECISION): Asked => ({
  type: 'setDecision',
  decision,
  details: details(more),
})
const readBack: Asked = { type: 'readBack', decision: DECISION }
const close = (answers: Answers | null = null): Asked => ({ type: 'closeReadBack', answers })
const yes = { attendee: idOf(1), position: 'agreed', reason: '' } as const
const no = { attendee: idOf(2), position: 'objected', reason: 'too late' } as const

function refusal(rehearsal: Rehearsal, command: Asked) {
  const answer = rehearsal.try(command)
  return answer.ok ? null : answer.refusal
}

describe('what is said about a decision', () => {
  it('is nothing when it was just captured', () => {
    expect(decided().meeting.decisions[0]).toEqual({
      id: DECISION,
      text: 'we halt',
      at: momentOf(4),
      ...bareDecision(),
    })
  })

  it('is kept with what it was before, trimmed, without empty options', () => {
    const rehearsal = decided().do(
      set({ options: [' halt ', ' ', 'ship'], outcome: 'agreed', positions: [yes, no], review: momentOf(9) }),
    )
    const kept = { options: ['halt', 'ship'], outcome: 'agreed', positions: [yes, no], review: momentOf(9) }
    expect(rehearsal.meeting.decisions[0]).toMatchObject({ ...kept, supersedes: null, readBacks: [] })
    expect(rehearsal.log.at(-1)?.body).toMatchObject({ details: kept, was: details() })
  })

  it('stays when the text is corrected, and goes with the kind', () => {
    const rehearsal = decided().do(
      set({ options: ['halt'] }),
      readBack,
      close({ positions: [no], outcome: 'rejected' }),
    )
    const edit = (kind: 'decision' | 'note'): Asked => ({
      type: 'editEntry',
      entry: DECISION,
      draft: { kind, text: 'we halt 4.2', at: null },
    })
    rehearsal.do(edit('decision'))
    const [decision] = rehearsal.meeting.decisions
    expect(decision).toMatchObject({
      text: 'we halt 4.2',
      options: ['halt'],
      positions: [no],
      outcome: 'rejected',
    })
    expect(decision === undefined ? null : readBackState(decision)).toBe('changed')
    rehearsal.do(edit('note'))
    expect(rehearsal.meeting.notes).toEqual([{ id: DECISION, text: 'we halt 4.2', at: momentOf(4) }])
    expect(rehearsal.log.at(-1)?.body).toMatchObject({
      was: { item: { options: ['halt'], positions: [no] } },
    })
  })

  it.each<[string, Asked, string]>([
    ['a decision that is not there', set({}, idOf(99)), 'unknown'],
    ['a stranger', set({ positions: [{ ...yes, attendee: idOf(99) }] }), 'unknown'],
    ['a person in two places', set({ positions: [yes, { ...no, attendee: idOf(1) }] }), 'double'],
    ['a decision that takes its own place', set({ supersedes: DECISION }), 'circle'],
    ['one that is not there in its place', set({ supersedes: idOf(99) }), 'unknown'],
  ])('is refused: %s', (_, command, code) => {
    expect(refusal(decided(), command)).toMatchObject({ code, sentence: expect.stringMatching(/\.$/) })
  })

  it('never supersedes in a circle', () => {
    const rehearsal = decided().do(set({ supersedes: DECISION }, idOf(5)))
    expect(refusal(rehearsal, set({ supersedes: idOf(5) }))?.code).toBe('circle')
  })
})

describe('a read-back', () => {
  it('says what was shown, when, and its hash', () => {
    const rehearsal = decided().do(readBack)
    const shown = { at: momentOf(6), text: 'we halt', hash: HASH }
    expect(rehearsal.meeting.readBack).toEqual({ decision: DECISION, ...shown })
    expect(rehearsal.meeting.decisions[0]?.readBacks).toEqual([shown])
    rehearsal.do(close({ positions: [yes, no], outcome: 'agreed' }))
    expect(rehearsal.meeting.readBack).toBeNull()
    expect(rehearsal.meeting.decisions[0]).toMatchObject({ positions: [yes, no], outcome: 'agreed' })
  })

  it('may end without answers, and keeps the ones from before', () => {
    const rehearsal = decided().do(set({ positions: [no], outcome: 'proposed' }), readBack, close())
    expect(rehearsal.meeting.decisions[0]).toMatchObject({ positions: [no], outcome: 'proposed' })
  })

  it.each<[string, Rehearsal, Asked, string]>([
    ['of a decision that is not there', decided(), { type: 'readBack', decision: idOf(99) }, 'unknown'],
    ['on a break', decided().do({ type: 'pause' }), readBack, 'status'],
    ['while another one is up', decided().do(readBack), { type: 'readBack', decision: idOf(5) }, 'up'],
    ['that is not there to be ended', decided(), close(), 'nothing'],
    [
      'answered by a stranger',
      decided().do(readBack),
      close({ positions: [{ ...yes, attendee: idOf(9) }], outcome: null }),
      'unknown',
    ],
  ])('is refused %s', (_, rehearsal, command, code) => {
    expect(refusal(rehearsal, command)).toMatchObject({ code, sentence: expect.stringMatching(/\.$/) })
  })

  it.each<[string, Asked]>([
    ['is taken back', say.undo],
    ['is removed', { type: 'removeEntry', entry: idOf(5) }],
    ['becomes a note', { type: 'editEntry', entry: idOf(5), draft: { kind: 'note', text: 'x', at: null } }],
  ])('goes off when its decision %s', (_, command) => {
    const rehearsal = decided().do({ type: 'readBack', decision: idOf(5) }, command)
    expect(rehearsal.meeting.readBack).toBeNull()
  })

  it.each<[string, Asked]>([
    ['a break', { type: 'pause' }],
    ['the end', say.end],
  ])('goes off with %s', (_, command) => {
    expect(decided().do(readBack, command).meeting.readBack).toBeNull()
  })

  it('is a fault where its hash is another', () => {
    const { meeting, log } = decided().do(readBack)
    const forged = 'ab'.repeat(32)
    const decisions = meeting.decisions.map((decision) => ({
      ...decision,
      readBacks: decision.readBacks.map((each) => ({ ...each, hash: forged })),
    }))
    const reason = 'it is not the hash of the sentence that was read back'
    expect(meetingFaults({ ...meeting, decisions }, log)).toContainEqual({
      path: 'decisions[0].readBacks[0].hash',
      reason,
    })
    const told = log.map((entry) =>
      entry.body.type === 'readBack.shown' ? { ...entry, body: { ...entry.body, hash: forged } } : entry,
    )
    expect(meetingFaults(meeting, told)).toContainEqual({ path: 'log[6].body.hash', reason })
    expect(meetingFaults(meeting, log)).toEqual([])
  })
})

describe('any history', () => {
  it('reads back what the decision says at that moment, under its own hash', () => {
    let seen = 0
    fc.assert(
      fc.property(decisionHistoryArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) {
          const before = rehearsal.meeting.decisions
          const answer = rehearsal.try(command)
          if (!answer.ok || answer.value.type !== 'readBack.shown') continue
          const { decision, text, hash } = answer.value
          expect(before.find(({ id }) => id === decision)?.text).toBe(text)
          expect(hash).toBe(sha256Hex(text))
          seen += 1
        }
        const { meeting, log } = rehearsal
        if (meeting.readBack !== null) {
          expect(meeting.status).toBe('live')
          expect(meeting.decisions.map(({ id }) => id)).toContain(meeting.readBack.decision)
        }
        expect(meetingFaults(meeting, log)).toEqual([])
      }),
      { numRuns: 150 },
    )
    expect(seen).toBeGreaterThan(5)
  })
})
