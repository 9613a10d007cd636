import { describe, expect, it } from 'vitest'

import { draftToKeep, draftToRestore } from '../../../renderer/state/captureDraft'
import { captureLine } from '../../../renderer/state/captureLine'
import { readLine } from '../../../renderer/state/captureReading'
import { preparedWords, takenFor } from '../../../renderer/state/taken'
import type { Command } from '../../../shared/meeting/commands'
import { refuse } from '../../../shared/result'
import { Rehearsal } from '../../helpers/meetings'

const NOW = '2026-11-24T14:30:00.000+01:00'
const response = { sayFirst: 'Yes.', evidence: '', questionBack: '', doNotSay: '' }
const expected = (text: string, keyword: string, key: number): Command => ({
  type: 'addExpected',
  objection: { text, kind: 'objection', role: '', keywords: [keyword], key, response },
})
const { meeting } = new Rehearsal().do(
  expected('It means overtime', 'overtime', 2),
  expected('Who pays?', 'cost', 3),
  {
    type: 'start',
  },
)

/** What a line is taken for, in words. */
function taken(line: string, prepared?: string | null) {
  const { is, refused, likely } = takenFor(readLine(line, [], meeting, NOW), prepared, meeting)
  return [is && preparedWords(is), refused && preparedWords(refused), likely.map(preparedWords)]
}

describe('what a line is taken for while it is typed', () => {
  it('is a prepared objection, those it could be, or nothing', () => {
    expect(taken('o more overtme')).toEqual(['overtime, key 2', null, []])
    expect(taken('q overtime at what cost')).toEqual([null, null, ['overtime, key 2', 'cost, key 3']])
    expect(taken('o the weather')).toEqual([null, null, []])
    expect(taken('n more overtime')).toEqual([null, null, []])
  })

  it('is what somebody says, or nothing where they refuse it', () => {
    const [, pays] = meeting.objections.filter(({ keywords }) => keywords.length === 1).toReversed()
    expect(taken('o overtime', pays?.id)[0]).toBe(pays && preparedWords(pays))
    expect(taken('o overtime', null)).toEqual([null, 'overtime, key 2', []])
    expect(taken('o overtime', 'gone')).toEqual(['overtime, key 2', null, []])
  })
})

describe('the capture line', () => {
  function line() {
    const asked: Command[] = []
    const capture = captureLine('one', {
      meeting: () => meeting,
      run: async (command) => {
        asked.push(command)
        return { ok: true, value: null }
      },
      whisper: async () => refuse('none', 'Nobody reads it.'),
    })
    return { capture, asked, answered: () => new Promise((done) => setTimeout(done, 0)) }
  }

  it('sends what was refused, and forgets it with the line', async () => {
    const { capture, asked, answered } = line()
    capture.type('o overtime')
    capture.takeFor(null)
    capture.type('o overtime again')
    capture.send()
    await answered()
    capture.type('o overtime')
    capture.send()
    await answered()
    expect(asked.map((command) => (command.type === 'capture' ? command.draft : null))).toEqual([
      { kind: 'objection', text: 'overtime again', at: null, who: null, prepared: null },
      { kind: 'objection', text: 'overtime', at: null, who: null },
    ])
  })

  it('puts what was begun aside for another line, and has it back after it', async () => {
    const { capture, answered } = line()
    capture.type('n half a no')
    expect(capture.begin({ line: 'o overtime ', asText: [] })).toBe(true)
    expect(capture.state.get().line).toBe('o overtime ')
    expect(capture.begin({ line: 'o another ', asText: [] })).toBe(false)
    capture.send()
    await answered()
    expect(capture.state.get()).toMatchObject({ line: 'n half a no', aside: null })
  })

  it('keeps what somebody said about it in its draft', () => {
    const kept = draftToKeep({ line: 'o overtime', asText: [], prepared: null }, null, [], meeting, NOW)
    expect(draftToRestore(kept, meeting, NOW)).toMatchObject({ line: 'o overtime', prepared: null })
  })
})
