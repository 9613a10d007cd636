import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { writeP12 } from '../../../electron/record/p12'
import { signedFile } from '../../../electron/record/signedFile'
import { endedMeeting, onRecord } from '../../helpers/records'
import { idOf } from '../../helpers/meetings'
import { identity, valueOf } from '../identity/identities'
import { hasTools, pdfsig } from '../sign/signing'
import { contents, fileText, inFolder, lectern, write } from './files'

const PASSPHRASE = 'correct horse battery'
const final = endedMeeting().do(onRecord.finalise([], [idOf(1)]))
const amara = await identity('amara okafor', 'amara@example.org')
const p12 = await writeP12(amara, PASSPHRASE)

/** A folder with a finalised meeting, an identity and its passphrase, and how `record --sign` ends there. */
async function signing(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  ...more: readonly string[]
) {
  const all = { 'm.json': fileText(final), 'me.p12': p12, 'pass.txt': `${PASSPHRASE}\n`, ...files }
  await write(folder, all)
  const path = (name: string) => join(folder, name)
  const before = await contents(folder)
  const sign = ['--sign', path('me.p12'), '--passphrase-file', path('pass.txt')]
  const outcome = await lectern('record', path('m.json'), '--pdf', path('r.pdf'), ...sign, ...more)
  return { outcome, before, path }
}

describe('record --sign', () => {
  it('signs the newest revision in the field kept for the signer, and changes nothing else', () =>
    inFolder(async (folder) => {
      const { outcome, before, path } = await signing(folder, {}, '--paper', 'Letter')
      expect(outcome).toEqual({ out: [`Wrote the signed record: ${path('r.pdf')}`], err: [], code: 0 })
      const { 'r.pdf': _pdf, ...after } = await contents(folder)
      expect(after).toEqual(before)
      const pdf = await readFile(path('r.pdf'))
      const { signedBy, open } = valueOf(signedFile(pdf))
      expect([...signedBy]).toEqual([amara.facts.fingerprint])
      expect([...open]).toEqual(['LecternFurther1', 'LecternFurther2'])
      if (hasTools) expect(pdfsig(pdf)).toMatchObject({ valid: 1 })
    }))

  it.each([
    ['no line break', PASSPHRASE],
    ['a Windows line break and more lines', `${PASSPHRASE}\r\nanother\r\n`],
    ['a byte order mark', `\uFEFF${PASSPHRASE}\n`],
  ])('takes the first line of the passphrase file: %s', (_what, text) =>
    inFolder(async (folder) => {
      expect((await signing(folder, { 'pass.txt': text })).outcome.code).toBe(0)
    }),
  )

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, RegExp]>([
    [
      'another passphrase',
      { 'pass.txt': 'wrong horse\n' },
      /me\.p12: The passphrase does not open this backup\.$/,
    ],
    ['an empty passphrase file', { 'pass.txt': '' }, /me\.p12: The passphrase does not open/],
    ['a .p12 cut off', { 'me.p12': p12.subarray(0, 500) }, /me\.p12: This is not a backup of an identity/],
    ['no .p12 at all', { 'me.p12': 'hello' }, /me\.p12: This is not a backup of an identity/],
    ['a draft', { 'm.json': fileText(endedMeeting()) }, /a draft cannot be signed\.$/],
    [
      'a reopened record',
      { 'm.json': fileText(endedMeeting().do(onRecord.finalise(), onRecord.reopen)) },
      /a draft/,
    ],
  ])('refuses %s in one line, and leaves no file behind', (_what, files, sentence) =>
    inFolder(async (folder) => {
      const { outcome, before } = await signing(folder, files)
      expect(outcome).toMatchObject({ out: [], code: 2 })
      expect(outcome.err).toHaveLength(1)
      expect(outcome.err[0]).toMatch(sentence)
      expect(outcome.err[0]).not.toMatch(/horse|\n/)
      expect(await contents(folder)).toEqual(before)
    }),
  )

  it('names a file that is not there', () =>
    inFolder(async (folder) => {
      const { path } = await signing(folder, {})
      const missing = path('none.txt')
      const { err, code } = await lectern(
        'record',
        path('m.json'),
        '--pdf',
        path('x.pdf'),
        '--sign',
        path('me.p12'),
        '--passphrase-file',
        missing,
      )
      expect(code).toBe(2)
      expect(err).toHaveLength(1)
      expect(err[0]).toMatch(missing)
    }))

  it('never writes over the identity or its passphrase', () =>
    inFolder(async (folder) => {
      const { path } = await signing(folder, {})
      await writeFile(path('pass.txt'), PASSPHRASE)
      for (const target of ['me.p12', 'pass.txt']) {
        const { code } = await lectern(
          'record',
          path('m.json'),
          '--pdf',
          path(target),
          '--sign',
          path('me.p12'),
          '--passphrase-file',
          path('pass.txt'),
        )
        expect(code).toBe(2)
      }
      expect(Buffer.from(await readFile(path('me.p12'))).equals(p12)).toBe(true)
    }))
})
