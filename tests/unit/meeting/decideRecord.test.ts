import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { commandSchema, type Command } from '../../../shared/meeting/commands'
import { asSeen } from '../../helpers/asked'
import { commandArb, finalisedHistoryArb } from '../../helpers/histories'
import { author, idOf, momentOf, Rehearsal, say } from '../../helpers/meetings'
import { endedMeeting, onRecord } from '../../helpers/records'

const { finalise, reopen, signOff, signed } = onRecord

function refusal(rehearsal: Rehearsal, command: Command) {
  const answer = rehearsal.try(command)
  return answer.ok ? null : answer.refusal
}

describe('finalising', () => {
  it('fixes a revision: its number, who and when, the head of the log, who is to sign', () => {
    const rehearsal = endedMeeting()
    const head = rehearsal.log.at(-1)?.hash
    rehearsal.do(finalise([idOf(8)], [idOf(1)]))
    expect(rehearsal.meeting.status).toBe('finalised')
    expect(rehearsal.meeting.revisions).toEqual([
      {
        number: 1,
        at: momentOf(11),
        by: author,
        head,
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        supersedes: null,
        leftOut: [idOf(8)],
        signers: [{ attendee: idOf(1), name: 'Amara Okafor', role: 'Product Manager' }],
        signatures: [],
      },
    ])
  })

  it('a second time makes a revision that names the fingerprint of the first', () => {
    const rehearsal = endedMeeting().do(finalise(), reopen, say.undo, finalise())
    const [first, second] = rehearsal.meeting.revisions
    expect(second).toMatchObject({ number: 2, supersedes: first?.fingerprint })
    expect(second?.fingerprint).not.toBe(first?.fingerprint)
  })

  it.each<[string, () => Rehearsal]>([
    ['has not started', () => new Rehearsal()],
    ['is live', () => new Rehearsal().do(say.start)],
    ['is on a break', () => new Rehearsal().do(say.start, { type: 'pause' })],
  ])('is refused for a meeting that %s', (_, made) => {
    expect(refusal(made(), finalise())).toEqual({
      code: 'status',
      sentence: 'Only the record of a meeting that has ended can be finalised.',
    })
  })

  it.each<[string, Command, string]>([
    ['an entry that is not there', finalise([idOf(99)]), 'leftOut'],
    ['a person as an entry', finalise([idOf(1)]), 'leftOut'],
    ['an entry twice', finalise([idOf(8), idOf(8)]), 'leftOut'],
    ['a signer who is not on the list', finalise([], [idOf(9)]), 'signers'],
    ['a signer twice', finalise([], [idOf(1), idOf(1)]), 'signers'],
  ])('refuses %s', (_, command, path) => {
    const answer = refusal(endedMeeting(), command)
    expect(answer).toMatchObject({ path, sentence: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  it('again without reopening is refused', () => {
    expect(refusal(endedMeeting().do(finalise()), finalise())?.sentence).toBe(
      'The record is finalised already, as revision 1.',
    )
  })
})

describe('a finalised record', () => {
  const WAY = 'Reopen the record to correct it; revision 1 stays as it is.'

  it('takes no command that changes what it prints, and names the way', () => {
    const going = new Set<string>([
      'setActionStatus',
      'setSettings',
      'finalise',
      'reopenRecord',
      'giveSignOff',
      'withdrawSignOff',
      'noteSignature',
    ])
    const oneOfEach = new Map(
      fc.sample(commandArb, { seed: 1, numRuns: 4_000 }).map((command) => [command.type, command]),
    )
    const types = commandSchema.options.map((option) => option.shape.type.value)
    expect([...oneOfEach.keys()].toSorted()).toEqual(types.toSorted())
    fc.assert(
      fc.property(commandArb, (command) => {
        fc.pre(!going.has(command.type))
        const finalised = endedMeeting().do(finalise())
        expect(refusal(finalised, asSeen(finalised.meeting, command))).toEqual({
          code: 'finalised',
          sentence: WAY,
        })
      }),
      {
        numRuns: 200,
        examples: [...oneOfEach.values()].filter(({ type }) => !going.has(type)).map((command) => [command]),
      },
    )
  })

  it('lets actions go on', () => {
    const rehearsal = endedMeeting().do(finalise(), {
      type: 'setActionStatus',
      action: idOf(7),
      status: 'done',
    })
    expect(rehearsal.meeting).toMatchObject({ status: 'finalised', actions: [{ status: 'done' }] })
  })

  it('can be corrected once it was reopened, and the revision stays', () => {
    const rehearsal = endedMeeting().do(finalise())
    const { revisions } = rehearsal.meeting
    rehearsal.do(reopen, say.undo)
    expect(rehearsal.meeting).toMatchObject({ status: 'ended', revisions })
    expect(refusal(rehearsal, reopen)?.sentence).toBe('Only a record that is finalised can be reopened.')
  })
})

describe('a sign-off', () => {
  it('is bound to the newest revision', () => {
    const { meeting } = endedMeeting().do(finalise(), signOff(' Amara Okafor ', idOf(1)))
    const [revision] = meeting.revisions
    expect(meeting.signOffs).toEqual([
      {
        id: idOf(12),
        at: momentOf(12),
        revision: 1,
        fingerprint: revision?.fingerprint,
        attendee: idOf(1),
        name: 'Amara Okafor',
        role: 'Product Manager',
        mark: { kind: 'typed', text: 'Amara Okafor' },
      },
    ])
  })

  it.each<[string, () => Rehearsal, Command, string]>([
    ['before finalising', endedMeeting, signOff('A'), 'status'],
    ['after reopening', () => endedMeeting().do(finalise(), reopen), signOff('A'), 'status'],
    ['after a signature', () => endedMeeting().do(finalise(), signed()), signOff('A'), 'signed'],
    ['without a name', () => endedMeeting().do(finalise()), signOff('  '), 'empty'],
    [
      'with an empty mark',
      () => endedMeeting().do(finalise()),
      { ...signOff('A'), mark: { kind: 'typed', text: ' ' } },
      'empty',
    ],
    ['of a stranger', () => endedMeeting().do(finalise()), signOff('A', idOf(9)), 'unknown'],
    [
      'twice by one person',
      () => endedMeeting().do(finalise(), signOff('A', idOf(1))),
      signOff('A', idOf(1)),
      'same',
    ],
  ])('is refused %s', (_, made, command, code) => {
    expect(refusal(made(), command)).toMatchObject({ code, sentence: expect.stringMatching(/\.$/) })
  })

  it('can be withdrawn until the first signature', () => {
    const given = endedMeeting().do(finalise(), signOff('A'))
    const withdraw = { type: 'withdrawSignOff', signOff: idOf(12) } as const
    given.do(withdraw)
    expect(given.meeting.signOffs).toEqual([])
    expect(refusal(given, withdraw)?.code).toBe('unknown')
    given.do(signOff('A'), signed())
    expect(refusal(given, { type: 'withdrawSignOff', signOff: idOf(14) })?.code).toBe('signed')
  })

  it('stays with its revision when the next one is made', () => {
    const { meeting } = endedMeeting().do(finalise(), signOff('A'), reopen, finalise(), signOff('A'))
    expect(meeting.signOffs.map(({ revision }) => revision)).toEqual([1, 2])
  })
})

describe('a signature', () => {
  it('is noted with its revision, also after reopening', () => {
    const { meeting } = endedMeeting().do(finalise(), signed(), reopen, signed())
    expect(meeting.revisions[0]?.signatures).toEqual([
      { at: momentOf(12), name: 'Amara Okafor', certificate: 'ab'.repeat(32) },
      { at: momentOf(14), name: 'Amara Okafor', certificate: 'ab'.repeat(32) },
    ])
    expect(refusal(endedMeeting().do(finalise()), signed(2))?.sentence).toBe(
      'This meeting has no revision 2.',
    )
  })
})

describe('any history that finalises', () => {
  it('numbers its revisions in order, each naming the one before', () => {
    let made = 0
    fc.assert(
      fc.property(finalisedHistoryArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        const { revisions } = rehearsal.meeting
        made = Math.max(made, revisions.length)
        revisions.forEach((revision, index) => {
          expect(revision.number).toBe(index + 1)
          expect(revision.supersedes).toBe(revisions[index - 1]?.fingerprint ?? null)
        })
      }),
      { numRuns: 80 },
    )
    expect(made).toBeGreaterThan(1)
  })
})
