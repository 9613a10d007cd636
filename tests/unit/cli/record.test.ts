import { mkdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import type { LogEntry } from '../../../shared/meeting/entries'
import { replay } from '../../../shared/meeting/apply'
import { created, decided, ended, meetingOf, noted, ordinary, started, type Made } from '../record/meetings'
import { canReadPdf, packedText } from '../record/pdf'
import { contents, fileText, inFolder, lectern, write } from './files'

const journalText = (entries: readonly LogEntry[]) =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')

/** The meeting as it was after the first `length` entries. */
function upTo(made: Made, length: number): Made {
  const log = made.log.slice(0, length)
  const meeting = replay(log)
  if (meeting === null) throw new Error('no entries')
  return { meeting, log }
}

const waiting = meetingOf([
  created(),
  started,
  decided(2, 1, 'We stop'),
  noted(3, 1, 'A late note'),
  ended(4),
])

describe('record', () => {
  it('writes the PDF, marked as a draft, and changes nothing else', () =>
    inFolder(async (folder) => {
      const file = await write(folder, { 'm.json': fileText(ordinary()) })
      const before = await contents(folder)
      const pdf = join(folder, 'r.pdf')
      expect(await lectern('record', file, '--pdf', pdf)).toEqual({
        out: [`Wrote the record as a draft: ${pdf}`],
        err: [],
        code: 0,
      })
      const { 'r.pdf': bytes, ...after } = await contents(folder)
      expect(after).toEqual(before)
      expect(bytes?.startsWith('%PDF-1.7')).toBe(true)
    }))

  it.skipIf(!canReadPdf)('folds the journal in (skipped: needs pdftotext)', () =>
    inFolder(async (folder) => {
      const file = await write(folder, {
        'm.json': fileText(upTo(waiting, 3)),
        'm.journal': `${journalText(waiting.log.slice(1))}{"seq":6,"torn`,
      })
      const pdf = join(folder, 'r.pdf')
      const { err, code } = await lectern('record', file, '--pdf', pdf)
      expect(code).toBe(0)
      expect(err).toEqual([
        `The last line of ${join(folder, 'm.journal')} was never finished; it is left out.`,
      ])
      expect(packedText(await readFile(pdf))).toContain('Alatenote')
    }),
  )

  it('refuses a journal with a damaged line, and one that belongs to another log', () =>
    inFolder(async (folder) => {
      const journal = join(folder, 'm.journal')
      const pdf = join(folder, 'r.pdf')
      const lines = journalText(waiting.log.slice(3)).split('\n')
      const file = await write(folder, {
        'm.json': fileText(upTo(waiting, 3)),
        'm.journal': ['{"seq":4,"id":', ...lines.slice(1)].join('\n'),
      })
      expect((await lectern('record', file, '--pdf', pdf)).err).toEqual([
        `${file}: The journal of this meeting is damaged: ${journal}, line 1: it is not a log entry.`,
      ])
      await write(folder, { 'm.journal': journalText(waiting.log.slice(4)) })
      const { err, code } = await lectern('record', file, '--pdf', pdf)
      expect(code).toBe(2)
      expect(err).toHaveLength(1)
      expect(err[0]).toContain('line 1: it does not follow the entry before it')
      expect(Object.keys(await contents(folder))).not.toContain('r.pdf')
    }))

  it('refuses to sign a draft', () =>
    inFolder(async (folder) => {
      const file = await write(folder, { 'm.json': fileText(ordinary()) })
      const pdf = join(folder, 'r.pdf')
      const { err, code } = await lectern(
        'record',
        file,
        '--pdf',
        pdf,
        '--sign',
        'me.p12',
        '--passphrase-file',
        'p',
      )
      expect(code).toBe(2)
      expect(err).toEqual([
        `${file}: This meeting is not finalised: its record is a draft, and a draft cannot be signed.`,
      ])
      expect(Object.keys(await contents(folder))).toEqual(['m.json'])
    }))

  it('refuses a meeting that was changed by hand', () =>
    inFolder(async (folder) => {
      const file = await write(folder, {
        'm.json': fileText(ordinary()).replace('"title": "Halt', '"title": "Ship'),
      })
      const { err, code } = await lectern('record', file, '--pdf', join(folder, 'r.pdf'))
      expect(code).toBe(2)
      expect(err).toEqual([
        `${file}: This file was changed outside Lectern: title: it is not what the log adds up to.`,
      ])
    }))

  it('never writes over the meeting or its journal, not even through a link', () =>
    inFolder(async (folder) => {
      const file = await write(folder, {
        'm.json': fileText(upTo(waiting, 3)),
        'm.journal': journalText(waiting.log.slice(3)),
      })
      await symlink('m.json', join(folder, 'link.pdf'))
      const before = await contents(folder)
      for (const target of ['m.json', 'm.journal', 'link.pdf']) {
        expect((await lectern('record', file, '--pdf', join(folder, target))).code).toBe(2)
      }
      expect(await contents(folder)).toEqual(before)
    }))

  it('says why the PDF cannot be written, and leaves nothing behind', () =>
    inFolder(async (folder) => {
      const file = await write(folder, { 'm.json': fileText(ordinary()) })
      await mkdir(join(folder, 'sub'))
      const missing = join(folder, 'none', 'r.pdf')
      expect((await lectern('record', file, '--pdf', missing)).err).toEqual([
        `${missing}: The folder is not there: the record was not written.`,
      ])
      expect((await lectern('record', file, '--pdf', join(folder, 'sub'))).err[0]).toContain(
        'There is a folder of that name',
      )
    }))

  it.each([
    ['nothing', ''],
    ['zeros', '\0'.repeat(100)],
    ['a cut file', fileText(ordinary()).slice(0, 5000)],
    ['null', 'null'],
    ['a list', '[]'],
    ['another format', '{"format":"other","version":1}'],
    ['a newer version', '{"format":"lectern-meeting","version":99}'],
    ['a wrong shape', '{"format":"lectern-meeting","version":1}'],
    ['an id that is a path', fileText(ordinary()).replace(/"id": "0{8}-[^"]*"/, '"id": "../../x"')],
    ['a key twice', fileText(ordinary()).replace('"title":', '"title": "x", "title":')],
    ['a prototype', fileText(ordinary()).replace('"title":', '"__proto__": {}, "title":')],
    ['depth', `{"a":${'['.repeat(100_000)}`],
  ])('refuses %s with one sentence and no file', (_name, content) =>
    inFolder(async (folder) => {
      const file = await write(folder, { 'm.json': content })
      const { out, err, code } = await lectern('record', file, '--pdf', join(folder, 'r.pdf'))
      expect({ out, code, lines: err.length }).toEqual({ out: [], code: 2, lines: 1 })
      expect(err[0]).not.toMatch(/\n|\bat .*:\d+:\d+/)
      expect(Object.keys(await contents(folder))).toEqual(['m.json'])
    }),
  )
})
