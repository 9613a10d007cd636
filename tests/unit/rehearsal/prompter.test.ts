import { describe, expect, it } from 'vitest'

import { createRecorder } from '../../../renderer/prompter/rehearsal/recorder'
import { inRehearsal, NOTHING_REHEARSED, rehearsed } from '../../../renderer/prompter/rehearsal/rehearsed'
import { cuePlaces, paceSteps, scaleFor } from '../../../renderer/ui/rehearsal/paceSteps'
import { FIRST_SETTINGS } from '../../../shared/meeting/newMeeting'
import { meeting as makeMeeting } from '../script/meeting'
import { must } from '../../helpers/meetings'
import { Reader, runBy, WORDS } from './runs'

const AT = '2026-11-23T14:00:00.000Z'

describe('a meeting in rehearsal', () => {
  const meeting = makeMeeting({ status: 'draft' })

  it('is as it was, and as if it were live once the script is on its way', () => {
    expect(rehearsed(meeting, NOTHING_REHEARSED)).toEqual({ ...meeting, status: 'draft' })
    const started = rehearsed(meeting, { ...NOTHING_REHEARSED, startedAt: AT })
    expect(started).toMatchObject({ status: 'live', startedAt: AT })
  })

  it('takes ticks, responses and settings for itself, and refuses what would change the meeting', () => {
    const shown = { type: 'markPhrase', cue: 'c', phrase: 'p', mark: 'shown' } as const
    const one = must(inRehearsal(NOTHING_REHEARSED, shown, AT))
    const two = must(inRehearsal(one, { ...shown, mark: 'unticked' }, AT))
    expect(two.phrases).toEqual([{ cue: 'c', phrase: 'p', mark: 'unticked', at: AT }])
    const three = must(inRehearsal(two, { type: 'showResponse', objection: 'o' }, AT))
    expect(three.responsesShown).toEqual([{ objection: 'o', at: AT }])
    const settings = { ...FIRST_SETTINGS, wordsPerMinute: 95 }
    const four = must(inRehearsal(three, { type: 'setSettings', settings }, AT))
    expect(rehearsed(meeting, four).settings.wordsPerMinute).toBe(95)
    expect(meeting.settings.wordsPerMinute).not.toBe(95)
    expect(inRehearsal(four, { type: 'start' }, AT)).toMatchObject({ refusal: { code: 'rehearsal' } })
  })
})

describe('the recorder', () => {
  it('keeps the time, and none of it that the computer slept', () => {
    let now = 5_000
    const recorder = createRecorder(() => now)
    recorder.look(0, 'script')
    for (const [milliseconds, word] of [
      [250, 0],
      [250, 1],
      [3_600_000, 1],
      [250, 2],
    ] as const) {
      now += milliseconds
      recorder.look(word, 'script')
    }
    expect(recorder.seconds()).toBeCloseTo(0.75, 5)
    expect(recorder.samples.at(-1)).toEqual({ seconds: 0.75, word: 2, on: 'script' })
  })
})

describe('the picture of the pace', () => {
  it('joins what was read in one go and leaves a gap where nothing was', () => {
    const steps = paceSteps(runBy(new Reader().reads(60, 120).goes(120).reads(WORDS, 180)))
    expect(steps[0]).toMatchObject({ from: 0, joins: false })
    expect(steps.filter(({ joins }) => !joins)).toHaveLength(2)
    expect(steps.at(-1)?.to).toBe(1)
  })

  it('ends its axis at a round figure that a burst cannot move far', () => {
    expect(scaleFor([120, 140])).toBe(200)
    expect(scaleFor([231])).toBe(250)
    expect(scaleFor([900])).toBe(400)
    expect(scaleFor([])).toBe(200)
  })

  it('has its cues side by side', () => {
    const places = cuePlaces(runBy(new Reader().reads(WORDS, 120)))
    expect(places.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.3],
      [0.3, 0.9],
      [0.9, 1],
    ])
  })
})
