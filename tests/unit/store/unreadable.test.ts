import { chmod, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { MeetingStore } from '../../../electron/store/meetingStore'
import { author, idOf, must, say } from '../../helpers/meetings'
import { captureNotes, Lab, liveMeeting, promised } from './lab'

let lab: Lab
let store: MeetingStore
let id: string

beforeEach(async () => {
  lab = await Lab.open()
  const first = lab.store()
  id = await liveMeeting(first)
  await captureNotes(first, id, 1, 3)
  await first.close()
  store = lab.store()
})
afterEach(() => lab.clear())

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const again = (text: string, change: (file: Record<string, unknown>) => void) => {
  const file: Record<string, unknown> = JSON.parse(text)
  change(file)
  return Buffer.from(JSON.stringify(file))
}

describe('a file that cannot be read', () => {
  const broken: readonly [string, (text: string) => Buffer][] = [
    ['is cut off', (text) => Buffer.from(text.slice(0, text.length / 2))],
    ['is full of zeros', (text) => Buffer.alloc(text.length)],
    ['has zeros in it', (text) => Buffer.from(text.replace('note 1', 'note\0\0'))],
    ['is empty', () => Buffer.alloc(0)],
    ['holds null', () => Buffer.from('null')],
    ['holds false', () => Buffer.from('false')],
    ['holds 0', () => Buffer.from('0')],
    ['holds a list', () => Buffer.from('[]')],
    ['holds an empty object', () => Buffer.from('{}')],
    ['is in UTF-16', utf16],
    ['is in Latin-1', (text) => Buffer.from(text.replace('note 1', 'Zoë'), 'latin1')],
    ['has a key twice', (text) => Buffer.from(text.replace('"title":', '"title": "x", "title":'))],
    [
      'has a key that reaches the prototype',
      (text) => Buffer.from(text.replace('"title":', '"__proto__": {}, "title":')),
    ],
    ['is nested too deep', () => Buffer.from(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
    [
      'lost its log',
      (text) =>
        again(text, (file) => {
          file['log'] = []
        }),
    ],
    [
      'is a playbook',
      (text) =>
        again(text, (file) => {
          file['format'] = 'lectern-playbook'
        }),
    ],
  ]

  it.each(broken)(
    'because it %s is named with a sentence, left as it is, and copied to quarantine',
    async (_, damage) => {
      const other = await liveMeeting(store)
      const bytes = damage(await readFile(lab.file(id), 'utf8'))
      await writeFile(lab.file(id), bytes)

      const { meetings, unreadable } = await store.list()
      expect(meetings.map((meeting) => meeting.id)).toEqual([other])
      expect(unreadable).toEqual([{ file: `${id}.json`, sentence: expect.stringMatching(/^[A-Z].*\.$/) }])
      expect(await store.open(id)).toMatchObject({
        ok: false,
        refusal: { sentence: unreadable[0]?.sentence },
      })
      expect(await store.run(id, idOf(9), say.note('x'))).toMatchObject({ ok: false })
      await store.list()
      await store.close()

      expect(await readFile(lab.file(id))).toEqual(bytes)
      expect(await lab.setAside()).toEqual([bytes])
      expect(await lab.names()).toContain(`${id}.json`)
    },
  )

  it('opens as before once it is whole again', async () => {
    const whole = await readFile(lab.file(id))
    await writeFile(lab.file(id), whole.subarray(0, 100))
    expect(await store.open(id)).toMatchObject({ ok: false })
    await writeFile(lab.file(id), whole)
    expect(await store.open(id)).toMatchObject({ ok: true, value: { seq: 4, notice: null } })
  })

  it('keeps its journal untouched', async () => {
    await writeFile(lab.file(id), '')
    await writeFile(lab.journal(id), '{"seq":5}\n')
    await store.list()
    await store.close()
    expect(await readFile(lab.journal(id), 'utf8')).toBe('{"seq":5}\n')
  })
})

describe('a file that is only written differently', () => {
  it.each<[string, (text: string) => string]>([
    ['has a byte order mark', (text) => `\uFEFF${text}`],
    ['has CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['is on one line', (text) => JSON.stringify(JSON.parse(text))],
  ])('because it %s opens', async (_, change) => {
    await writeFile(lab.file(id), change(await readFile(lab.file(id), 'utf8')))
    expect(await store.open(id)).toMatchObject({ ok: true, value: { seq: 4, readOnly: false, notice: null } })
  })
})

describe('a file of a newer version', () => {
  it('opens for reading only with a sentence, as far as it is understood, and is not touched', async () => {
    const bytes = again(await readFile(lab.file(id), 'utf8'), (file) => {
      file['version'] = 99
    })
    await writeFile(lab.file(id), bytes)
    const open = must(await store.open(id))
    expect(open).toMatchObject({ readOnly: true, meeting: { id } })
    expect(open.notice).toMatch(/newer Lectern \(version 99.*reading only\.$/)
    expect(await store.run(id, idOf(9), say.note('x'))).toMatchObject({ refusal: { code: 'readOnly' } })
    await store.close()
    expect(await readFile(lab.file(id))).toEqual(bytes)
    expect(await lab.setAside()).toEqual([])
  })

  it('is named with a sentence where nothing of it is understood', async () => {
    const bytes = again(await readFile(lab.file(id), 'utf8'), (file) => {
      file['version'] = 99
      file['notes'] = 'other'
    })
    await writeFile(lab.file(id), bytes)
    const { unreadable } = await store.list()
    expect(unreadable[0]?.sentence).toMatch(/newer Lectern \(version 99/)
    expect(await store.run(id, idOf(9), say.note('x'))).toMatchObject({ refusal: { code: 'newer' } })
    await store.close()
    expect(await readFile(lab.file(id))).toEqual(bytes)
    expect(await lab.setAside()).toEqual([])
  })
})

describe('a file that was changed by hand', () => {
  it('opens for reading only, with a banner that says what does not add up, and stays as it is', async () => {
    const bytes = Buffer.from(
      (await readFile(lab.file(id), 'utf8')).replace('"text": "note 1"', '"text": "note 7"'),
    )
    await writeFile(lab.file(id), bytes)
    const open = must(await store.open(id))
    expect(open.readOnly).toBe(true)
    expect(open.notice).toMatch(/^This file was changed outside Lectern: .*notes.*reading only\.$/)
    expect(await store.run(id, idOf(9), say.note('x'))).toMatchObject({
      refusal: { code: 'readOnly', sentence: open.notice },
    })
    await store.close()
    expect(await readFile(lab.file(id))).toEqual(bytes)
  })
})

describe('a file that is read-only on the disk', () => {
  it('opens for reading only; its bytes and mode stay', async () => {
    const bytes = await readFile(lab.file(id))
    await chmod(lab.file(id), 0o444)
    expect(must(await store.open(id))).toMatchObject({
      readOnly: true,
      notice: expect.stringMatching(/read-only on the disk.*\.$/),
    })
    expect(await store.run(id, idOf(9), say.note('x'))).toMatchObject({ refusal: { code: 'readOnly' } })
    await store.close()
    expect(await readFile(lab.file(id))).toEqual(bytes)
    expect((await stat(lab.file(id))).mode & 0o777).toBe(0o444)
    expect(await lab.names()).toEqual([`${id}.json`])
  })

  it('that becomes so while it is open keeps taking entries, which wait in the journal', async () => {
    must(await store.open(id))
    await chmod(lab.file(id), 0o444)
    const entries = await captureNotes(store, id, 10, 12)
    await store.close()
    expect(await lab.names()).toEqual([`${id}.journal`, `${id}.json`])
    const { log } = await promised(lab.store(), id)
    expect(log.slice(-2)).toStrictEqual(entries)
  })
})

describe('an id', () => {
  it('that is not the one in the file is refused', async () => {
    await copyFile(lab.file(id), lab.file(idOf(3)))
    expect(await store.open(idOf(3))).toMatchObject({ refusal: { code: 'id' } })
    const { meetings, unreadable } = await store.list()
    expect(meetings.map((meeting) => meeting.id)).toEqual([id])
    expect(unreadable.map(({ file }) => file)).toEqual([`${idOf(3)}.json`])
  })

  it.each(['../../x', '../x', '/etc/passwd', '', '.', 'a/b', 'a\\b', 'settings', '\0'])(
    '%j is refused and reaches no file',
    async (wrong) => {
      await writeFile(join(lab.dataDir.root, 'x.json'), 'outside')
      await mkdir(join(lab.dataDir.meetings, 'a'), { recursive: true })
      expect(await store.open(wrong)).toMatchObject({
        ok: false,
        refusal: { code: 'id', sentence: expect.stringMatching(/\.$/) },
      })
      expect(await store.run(wrong, idOf(9), say.note('x'))).toMatchObject({
        ok: false,
        refusal: { code: 'id' },
      })
      expect(await lab.setAside()).toEqual([])
    },
  )

  it('of nothing is refused', async () => {
    expect(await store.open(idOf(8))).toMatchObject({ refusal: { code: 'missing' } })
  })
})

describe('who writes', () => {
  it('is in every entry', async () => {
    must(await store.open(id))
    expect((await promised(store, id)).log.map((entry) => ('by' in entry ? entry.by : null))).toEqual(
      Array(4).fill(author),
    )
  })
})
