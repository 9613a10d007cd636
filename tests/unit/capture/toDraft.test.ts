import { describe, expect, test } from 'vitest'

import { parseCapture } from '../../../shared/capture/parse'
import { toDraft } from '../../../shared/capture/toDraft'
import { LONGEST_TEXT } from '../../../shared/text'
import { context, dana, dev } from './people'

describe('toDraft', () => {
  const read = (line: string) => parseCapture(line, context)

  const draft = (line: string) => toDraft(read(line))

  test.each([
    ['legal joins', { kind: 'note', text: 'legal joins', at: null }],
    ['d halt', { kind: 'decision', text: 'halt', at: null }],
    ['q @pm how sure?', { kind: 'question', text: 'how sure?', at: null, who: dana.id }],
    ['c @bob tight', { kind: 'concern', text: '@bob tight', at: null, who: null }],
    ['p pay @ops', { kind: 'parking', text: 'pay', at: null, owner: dev.id }],
    [
      'a fix @max > fri',
      { kind: 'action', text: 'fix @max', at: null, owner: null, due: '2026-11-27T17:00:00.000+01:00' },
    ],
    ['at 9:30 o no', { kind: 'objection', text: 'no', at: '2026-11-23T09:30:00.000+01:00', who: null }],
  ])('%s', (line, value) => {
    expect(draft(line)).toEqual({ ok: true, value })
  })

  test.each([
    ['! five minutes left', 'whisper'],
    ['', 'empty'],
    ['a @dana by fri', 'empty'],
    ['! ', 'empty'],
    [`n ${'x'.repeat(LONGEST_TEXT + 1)}`, 'text'],
    ['half \ud800 a character', 'text'],
  ])('refuses "%.20s"', (line, code) => {
    const result = draft(line)
    expect(result).toMatchObject({ ok: false, refusal: { code } })
    expect(result.ok ? '' : result.refusal.sentence).toMatch(/^[A-Z].*\.$/)
  })

  test('names somebody new by the id they will have', () => {
    expect(toDraft(read('p pay @zorro+'), dana.id)).toMatchObject({
      ok: true,
      value: { owner: dana.id, text: 'pay' },
    })
  })

  test('says how much too long a text is', () => {
    const long = draft(`d ${'x'.repeat(LONGEST_TEXT + 5)}`)
    expect(long.ok ? '' : long.refusal.sentence).toMatch(/at most 10000 characters; this one has 10005/)
  })
})
