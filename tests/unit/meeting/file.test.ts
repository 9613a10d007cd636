import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { apply } from '../../../shared/meeting/apply'
import type { Body } from '../../../shared/meeting/entries'
import { openMeetingFile, pathText, toMeetingFile, type MeetingFile } from '../../../shared/meeting/file'
import { hashOf } from '../../../shared/meeting/log'
import { meetingSchema } from '../../../shared/meeting/schema'
import { historyArb } from '../../helpers/histories'
import { author, busyMeeting, idOf, momentOf, must, Rehearsal } from '../../helpers/meetings'

type Raw = Record<string, unknown>

const { meeting, log } = busyMeeting()
const written = (): MeetingFile => JSON.parse(JSON.stringify(toMeetingFile(meeting, log)))
const refusal = (value: unknown) => {
  const opened = openMeetingFile(value)
  return opened.ok ? null : opened.refusal
}
const applied = (body: Body) => apply(meeting, { body, id: idOf(99), at: momentOf(99), by: author })
const faults = (value: unknown) => must(openMeetingFile(value)).faults.map(({ path }) => path)

describe('a meeting file', () => {
  it('opens as it was written, whatever happened in the meeting', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        const text = JSON.stringify(toMeetingFile(rehearsal.meeting, rehearsal.log), null, 2)
        const { meeting: read, log: entries, faults: found } = must(openMeetingFile(JSON.parse(text)))
        expect(found).toEqual([])
        expect(read).toStrictEqual(rehearsal.meeting)
        expect(entries).toStrictEqual(rehearsal.log)
      }),
      { numRuns: 100 },
    )
  })

  it('begins with format, version, id and title, and ends with the log', () => {
    const keys = Object.keys(written())
    expect(keys.slice(0, 4)).toEqual(['format', 'version', 'id', 'title'])
    expect(keys).toEqual(['format', 'version', ...Object.keys(meetingSchema.shape), 'log'])
  })

  it.each([
    ['another format', { format: 'lectern-playbook', version: 1 }],
    ['no format', { version: 1 }],
    ['a version that is no number', { format: 'lectern-meeting', version: '1' }],
    ['a list', []],
    ['null', null],
    ['a text', 'lectern-meeting'],
  ])('is not %s', (_, value) => {
    expect(refusal(value)).toMatchObject({ code: 'format', sentence: expect.stringMatching(/\.$/) })
  })

  it('of a newer version is refused with a sentence, whatever else it holds', () => {
    const answer = refusal({ format: 'lectern-meeting', version: 99, surprise: true })
    expect(answer).toMatchObject({ code: 'newer', path: 'version' })
    expect(answer?.sentence).toMatch(/newer Lectern \(version 99.*\.$/)
  })

  it.each<[string, (file: MeetingFile & Raw) => unknown]>([
    ['title', (file) => ({ ...file, title: 7 })],
    ['notes[0].text', (file) => ({ ...file, notes: [{ ...file.notes[0], text: '' }] })],
    ['log[1].hash', (file) => ({ ...file, log: file.log.with(1, { ...file.log[1], hash: 'x' } as never) })],
    ['log', (file) => ({ ...file, log: [] })],
    ['plan', ({ plan: _plan, ...file }) => file],
    ['timeZone', (file) => ({ ...file, timeZone: 'Europe/Atlantis' })],
    [
      'playbook.script[0].kind',
      (file) => {
        const { playbook } = file
        return { ...file, playbook: { ...playbook, script: [{ ...playbook.script[0], kind: 'sung' }] } }
      },
    ],
  ])('of the wrong shape is refused, naming %s', (path, change) => {
    const answer = refusal(change(written()))
    expect(answer).toMatchObject({ code: 'shape', path })
    expect(answer?.sentence).toContain(path)
    expect(answer?.sentence).toMatch(/\.$/)
  })

  it('names every part that was changed by hand and opens all the same', () => {
    const file = written()
    expect(faults({ ...file, title: 'Another title' })).toEqual(['title'])
    expect(faults({ ...file, notes: [], decisions: [] })).toEqual(['decisions', 'notes'])
    expect(
      faults({ ...file, actions: file.actions.map((action) => ({ ...action, status: 'done' })) }),
    ).toEqual(['actions'])
    expect(faults({ ...file, log: file.log.slice(0, -1) })).toEqual(['notes'])
    expect(faults({ ...file, log: file.log.slice(1) })).toEqual(['log[0]', 'log[0]', 'log[0]'])
  })

  it('finds a change of any leaf that leaves the shape as it was', () => {
    const leaves: { readonly path: string; readonly change: (file: Raw) => void }[] = []
    const walk = (value: unknown, path: readonly (string | number)[]) => {
      if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value))
          walk(inner, [...path, Array.isArray(value) ? Number(key) : key])
      } else if (typeof value === 'string') {
        const change = (file: Raw) => {
          const owner = path.slice(0, -1).reduce<Raw>((at, key) => at[key] as Raw, file)
          owner[path.at(-1) ?? ''] = `${value}x`
        }
        leaves.push({ path: pathText(path), change })
      }
    }
    walk(written(), [])
    const silent = leaves.filter(({ change }) => {
      const file: Raw = JSON.parse(JSON.stringify(written()))
      change(file)
      const opened = openMeetingFile(file)
      return opened.ok && opened.value.faults.length === 0
    })
    expect(leaves.length).toBeGreaterThan(150)
    expect(silent.map(({ path }) => path)).toEqual([])
  })
})

describe('keys that no schema names', () => {
  it('in an entry’s body are kept, and its hash still holds', () => {
    const file = written()
    const last = file.log.at(-1)
    if (last === undefined) throw new Error('no log')
    const body = { ...last.body, reason: 'from a later Lectern' }
    const entry = { ...last, body, hash: hashOf({ ...last, body }) }
    const opened = must(openMeetingFile({ ...file, log: [...file.log.slice(0, -1), entry] }))
    expect(opened.faults).toEqual([])
    expect(opened.log.at(-1)?.body).toStrictEqual(body)
  })

  it('cannot reach into the meeting by way of an entry', () => {
    const details = {
      title: 'New',
      plannedStart: null,
      place: '',
      timeZone: 'UTC',
      status: 'finalised',
      notes: [],
    }
    const body = { type: 'meeting.detailsSet', details, was: { ...details, title: 'Old' } } as const
    const fact = { value: 'x', source: '', at: null, kind: 'date', key: 'other' }
    expect(applied(body)).toMatchObject({ title: 'New', status: 'live', notes: meeting.notes })
    expect(
      applied({ type: 'fact.set', key: 'bug', fact, was: { ...fact, value: '' } }).facts[0],
    ).toMatchObject({
      key: 'bug',
      kind: 'text',
    })
  })

  it('are found where somebody wrote them by hand', () => {
    const file = written()
    expect(faults({ ...file, rating: 5 })).toEqual(['rating'])
    expect(faults({ ...file, notes: file.notes.map((note) => ({ ...note, colour: 'red' })) })).toEqual([
      'notes',
    ])
    expect(
      faults({
        ...file,
        log: file.log.with(0, { ...file.log[0], body: { ...file.log[0]?.body, x: 1 } } as never),
      }),
    ).toEqual(['log[0]'])
  })
})
