import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { chainFaults } from '../../../shared/meeting/log'
import type { MeetingFile } from '../../../shared/meeting/file'
import { Copy } from '../../helpers/copies'
import { newMeeting, Rehearsal, say } from '../../helpers/meetings'
import { contents, fileText, inFolder, lectern, write } from './files'

function copies() {
  const common = new Rehearsal().do(say.start, say.decision('we halt'))
  const a = new Copy(common.log, 1).do(say.note('heard here'))
  const b = new Copy(common.log, 2, 20).do(say.note('heard there'), say.action('write to customers'))
  return { a, b }
}

describe('merge', () => {
  it('writes one file from two, the same whichever is named first, and changes neither', () =>
    inFolder(async (folder) => {
      const { a, b } = copies()
      await write(folder, { 'a.json': fileText(a), 'b.json': fileText(b) })
      const before = await contents(folder)
      const [first, second, out, back] = ['a.json', 'b.json', 'c.json', 'd.json'].map((name) =>
        join(folder, name),
      ) as [string, string, string, string]
      expect(await lectern('merge', first, second, '--out', out)).toEqual({
        out: [`Wrote the joined meeting: ${out} (1 entry only in the first copy, 2 only in the second).`],
        err: [],
        code: 0,
      })
      expect((await lectern('merge', second, first, '--out', back)).code).toBe(0)
      const text = await readFile(out, 'utf8')
      expect(await readFile(back, 'utf8')).toBe(text)
      expect(await contents(folder)).toMatchObject(before)
      const file = JSON.parse(text) as MeetingFile
      expect(file.notes.map((note) => note.text)).toEqual(['heard here', 'heard there'])
      expect(chainFaults(file.log)).toEqual([])
      expect(await lectern('check', out)).toMatchObject({ code: 0 })
      expect((await lectern('merge', out, first, '--out', back)).code).toBe(0)
      expect(await readFile(back, 'utf8')).toBe(text)
    }))

  it('folds in the journal beside a copy, and takes one copy twice', () =>
    inFolder(async (folder) => {
      const { a } = copies()
      const whole = fileText(a)
      const entry = a.log.at(-1)
      const short = new Copy(a.log.slice(0, -1), 3)
      const file = await write(folder, {
        'a.json': fileText(short),
        'a.journal': `${JSON.stringify(entry)}\n`,
      })
      const out = join(folder, 'c.json')
      expect((await lectern('merge', file, file, '--out', out)).code).toBe(0)
      expect(await readFile(out, 'utf8')).toBe(whole)
    }))

  it('says in plain words that a copy is a PDF, or holds no entry', () =>
    inFolder(async (folder) => {
      const { a } = copies()
      const file = await write(folder, {
        'a.json': fileText(a),
        'b.pdf': `%PDF-1.7\n\u0000\u0001`,
        'c.json': JSON.stringify({ ...(JSON.parse(fileText(a)) as object), log: [] }),
      })
      const out = join(folder, 'd.json')
      const [pdf, none] = [join(folder, 'b.pdf'), join(folder, 'c.json')]
      expect(await lectern('merge', file, pdf, '--out', out)).toEqual({
        out: [],
        err: [
          `${pdf}: This is a PDF. Lectern reads JSON files here; “Verify a record” reads the PDF of a record.`,
        ],
        code: 2,
      })
      expect((await lectern('merge', file, none, '--out', out)).err).toEqual([
        `${none}: This is not a valid meeting: log: it is empty.`,
      ])
    }))

  it('names how many differences are left to settle', () =>
    inFolder(async (folder) => {
      const { a, b } = copies()
      a.do(say.fact('bug', 'a memory leak'))
      b.do(say.fact('bug', 'a race'))
      await write(folder, { 'a.json': fileText(a), 'b.json': fileText(b) })
      const out = join(folder, 'c.json')
      const said = await lectern('merge', join(folder, 'a.json'), join(folder, 'b.json'), '--out', out)
      expect(said.out[0]).toContain(' 1 difference to settle in the app.')
    }))

  it('refuses other meetings, damaged ones, and to replace what it reads; nothing is left behind', () =>
    inFolder(async (folder) => {
      const { a } = copies()
      const other = new Rehearsal(newMeeting({ title: 'Another' }))
      const broken = fileText(a).replace('heard here', 'never said')
      await write(folder, { 'a.json': fileText(a), 'other.json': fileText(other), 'broken.json': broken })
      await writeFile(join(folder, 'taken.journal'), '')
      const before = await contents(folder)
      const path = (name: string) => join(folder, name)
      const refused = async (first: string, second: string, out: string) => {
        const said = await lectern('merge', path(first), path(second), '--out', path(out))
        expect(said).toMatchObject({ out: [], code: 2 })
        expect(said.err).toHaveLength(1)
        return said.err[0]
      }
      expect(await refused('a.json', 'other.json', 'c.json')).toContain('not two copies of one meeting')
      expect(await refused('a.json', 'broken.json', 'c.json')).toContain('changed outside Lectern')
      expect(await refused('a.json', 'none.json', 'c.json')).toContain('none.json')
      expect(await refused('a.json', 'a.json', 'a.json')).toContain('would replace a file it is made from')
      expect(await refused('a.json', 'a.json', 'taken.json')).toContain('journal')
      expect(await contents(folder)).toEqual(before)
      expect(await lectern('merge', path('a.json'), '--out', path('c.json'))).toMatchObject({ code: 2 })
    }))
})
