import { describe, expect, it } from 'vitest'

import { closingOf, mustSayPhrases } from '../../../shared/meeting/closing'
import { phrasesWords, phraseWords } from '../../../shared/meeting/phraseWords'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

const live = () => new Rehearsal().do(say.person('Amara Okafor'), say.fact('bug', 'a leak'), say.start)
const phrase = { cue: 'open', phrase: 'We found {{bug}}' } as const

describe('what is left at the end', () => {
  it('names phrases that were never shown, as they are read aloud', () => {
    expect(closingOf(live().meeting).unshown).toMatchObject([{ heading: 'Open', words: 'We found a leak' }])
    const shown = live().do({ type: 'markPhrase', ...phrase, mark: 'shown' })
    expect(closingOf(shown.meeting).unshown).toEqual([])
    expect(mustSayPhrases(shown.meeting)).toMatchObject([{ shown: true }])
    expect(
      closingOf(shown.do({ type: 'markPhrase', ...phrase, mark: 'unticked' }).meeting).unshown,
    ).toHaveLength(1)
  })

  it('tells what was heard from what was only shown', () => {
    const marks = (['shown', 'heard', 'ticked', 'unticked'] as const).map((mark) => {
      const { meeting } = live().do({ type: 'markPhrase', ...phrase, mark })
      return mustSayPhrases(meeting)[0]?.mark ?? null
    })
    expect([...marks, null].map(phraseWords)).toEqual([
      'only shown',
      'heard',
      'ticked by hand',
      'neither',
      'neither',
    ])
    expect(phrasesWords([...marks, null, 'heard'])).toBe(
      '2 heard, 1 only shown, 1 ticked by hand, 2 neither shown nor heard',
    )
    expect(phrasesWords([])).toBe('')
  })

  it('names objections that are open, not those expected or dealt with', () => {
    const raised = live().do(say.objection('too late'), say.objection('too dear'), {
      type: 'setObjectionStatus',
      objection: idOf(4),
      status: 'deferred',
    })
    expect(closingOf(raised.meeting).unanswered.map(({ text }) => text)).toEqual(['too dear'])
  })

  it('names what an open action lacks', () => {
    const due = '2026-11-27T17:00:00.000+01:00'
    const actions = live().do(
      say.action('all of it', idOf(1), due),
      say.action('no date', idOf(1)),
      say.action('nothing'),
      say.action('dropped'),
      { type: 'setActionStatus', action: idOf(7), status: 'dropped' },
    )
    expect(closingOf(actions.meeting).unowned.map(({ action, lacks }) => [action.text, ...lacks])).toEqual([
      ['no date', 'due'],
      ['nothing', 'owner', 'due'],
    ])
  })

  it('names tasks of the plan that no action speaks of', () => {
    expect(closingOf(live().meeting).unplanned.map(({ text }) => text)).toEqual(['Fix it', 'Test it again'])
    const taken = live().do(say.action('Fix the token refresh'), say.action('test everything, again'))
    expect(closingOf(taken.meeting).unplanned).toEqual([])
    const dropped = taken.do({ type: 'setActionStatus', action: idOf(4), status: 'dropped' })
    expect(closingOf(dropped.meeting).unplanned.map(({ text }) => text)).toEqual(['Fix it'])
  })

  it('names what is not ticked, and a follow-up that is not set', () => {
    expect(closingOf(live().meeting)).toMatchObject({ unchecked: [{ id: 'people' }], noFollowUp: true })
    const done = live().do(
      { type: 'setChecklistItem', item: 'people', done: true },
      { type: 'setFollowUp', followUp: { when: '2026-11-27T10:00:00.000+01:00', where: '', agenda: '' } },
    )
    expect(closingOf(done.meeting)).toMatchObject({ unchecked: [], noFollowUp: false })
  })
})
