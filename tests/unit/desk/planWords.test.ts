import { describe, expect, it } from 'vitest'

import { daysWords, planPicture, proposalWords, totalWords } from '../../../renderer/state/planWords'
import type { Meeting } from '../../../shared/meeting/schema'
import { meeting } from '../script/meeting'

const START = '2026-11-23T14:00:00.000+01:00'
const task = (id: string, min: number, max: number) => ({ id, text: id, estimate: { min, max } })

function planned(more: Partial<Meeting['plan']> = {}): Meeting {
  const tasks = [task('fix', 16, 24), task('retest', 4, 6)]
  return meeting({ plan: { ...meeting().plan, tasks, start: START, ...more } })
}

describe('a plan in words', () => {
  it('says how the date came about, without breaking a date over two lines', () => {
    const words = proposalWords(planned())
    expect(words.replaceAll('\u00a0', ' ')).toBe(
      'Mon 23 Nov 2026, 14:00 + 30 h, round the clock = Tue 24 Nov 2026, 20:00',
    )
    expect(words).toContain('Tue\u00a024\u00a0Nov\u00a02026,\u00a020:00')
    const workingHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
    expect(proposalWords(planned({ workingHours })).replaceAll('\u00a0', ' ')).toBe(
      'Mon 23 Nov 2026, 14:00 + 30 h, Mon–Fri 09:00–17:00 = Fri 27 Nov 2026, 12:00',
    )
  })

  it('says what it takes to have a date', () => {
    expect(proposalWords(planned({ tasks: [] }))).toContain('Add the tasks')
    expect(proposalWords(planned({ tasks: [{ id: 'fix', text: 'Fix', estimate: null }] }))).toContain(
      '1 task has',
    )
    expect(proposalWords({ ...planned({ start: null }), plannedStart: null })).toContain('Set a start')
  })

  it('draws runs of days together', () => {
    expect(daysWords([5, 1, 2, 3, 4])).toBe('Mon–Fri')
    expect(daysWords([1, 2, 4, 7])).toBe('Mon, Tue, Thu, Sun')
    expect(daysWords([1, 2, 3, 5, 6, 7])).toBe('Mon–Wed, Fri–Sun')
    expect(daysWords([])).toBe('')
  })

  it('adds the hours up', () => {
    expect(totalWords({ min: 20, max: 30 })).toBe('20–30 h')
    expect(totalWords({ min: 1.5, max: 1.5 })).toBe('1.5 h')
  })
})

describe('the picture of a plan', () => {
  it('lays the tasks one after the other, from their best to their worst case', () => {
    const picture = planPicture(planned())
    expect(picture?.bars).toEqual([
      { id: 'fix', text: 'fix', from: 0, best: 16 / 30, to: 0.8 },
      { id: 'retest', text: 'retest', from: 0.8, best: 28 / 30, to: 1 },
    ])
  })

  it('reaches to the latest of its dates, and leaves out one before its start', () => {
    const late = planPicture(planned({ originalDate: '2026-11-26T02:00:00.000+01:00' }))
    expect(late?.original).toBe(1)
    expect(late?.bars[1]?.to).toBe(0.5)
    expect(planPicture(planned({ originalDate: '2026-11-20T02:00:00.000+01:00' }))?.original).toBeNull()
  })

  it('is not there without a date', () => {
    expect(planPicture(planned({ tasks: [] }))).toBeNull()
  })
})
