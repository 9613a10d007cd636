import { chmod, mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { LARGEST_FILE, parseJsonBytes, readJsonFile } from '../../../electron/store/jsonFile'
import { DEEPEST_NESTING, scanJson } from '../../../electron/store/jsonScan'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string) => parseJsonBytes(bytes(text))

/** The refusal of a text or of bytes; fails where it is accepted. */
function refusal(input: string | Uint8Array) {
  const result = parseJsonBytes(typeof input === 'string' ? bytes(input) : input)
  if (result.ok) throw new Error('was accepted')
  return result.refusal
}

describe('parseJsonBytes', () => {
  it('opens a file with a byte order mark', () => {
    expect(parse('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } })
  })

  it('opens a file with CRLF', () => {
    expect(parse('{\r\n  "a": [1,\r\n 2]\r\n}\r\n')).toEqual({ ok: true, value: { a: [1, 2] } })
  })

  it.each([
    ['null', 'null'],
    ['false', 'a boolean'],
    ['0', 'a number'],
    ['[]', 'a list'],
    ['"text"', 'a string'],
  ])('refuses the content %s', (text, kind) => {
    expect(refusal(text)).toEqual({
      code: 'content',
      sentence: `This file holds ${kind} where an object is expected.`,
    })
  })

  it('refuses an empty file, and one of blanks only', () => {
    expect(refusal('').sentence).toBe('This file is empty.')
    expect(refusal(' \n\t').sentence).toBe(
      'This file is damaged or not JSON: line 2, column 2: the text ends too early.',
    )
  })

  it('refuses a zero-filled file, and one whose end is zero-filled', () => {
    expect(refusal(new Uint8Array(4096)).code).toBe('zeros')
    const torn = refusal(Buffer.concat([bytes('{"a":1'), new Uint8Array(512)]))
    expect(torn.sentence).toContain('the first is byte 7')
  })

  it.each([
    ['UTF-16 LE with a mark', Buffer.from('\uFEFF{"a":"é"}', 'utf16le')],
    ['UTF-16 LE', Buffer.from('{"a":"é"}', 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from('\uFEFF{"a":1}', 'utf16le').swap16()],
    ['UTF-16 BE', Buffer.from('{"a":1}', 'utf16le').swap16()],
  ])('refuses %s', (_name, content) => {
    expect(refusal(content).sentence).toBe('This file is in UTF-16; save it as UTF-8 to open it.')
  })

  it('refuses Latin-1 with the place, and never makes U+FFFD of it', () => {
    expect(refusal(Buffer.from('{\n  "a": "caf\u00e9"\n}', 'latin1')).sentence).toBe(
      'This file is not in UTF-8 (line 2, column 12); it may be in Latin-1: save it as UTF-8 to open it.',
    )
  })

  it('refuses a character cut off at the end', () => {
    expect(refusal(bytes('{"a":"é').subarray(0, 7)).code).toBe('encoding')
  })

  it.each([
    ['{"a": [1, 2', 'line 1, column 12: the text ends too early'],
    ['{\n"a": 1,\n}', 'line 3, column 1: a key in double quotes is expected'],
    ['{"a" 1}', 'line 1, column 6: a colon is expected after the key'],
    ['{"a": 01}', 'line 1, column 8: a comma or } is expected'],
    ['{"a": [1 2]}', 'line 1, column 10: a comma or ] is expected'],
    ['{"a": nope}', 'line 1, column 7: a value is expected'],
    ['{"a": "x\ny"}', 'line 1, column 9: a text holds a character that must be escaped'],
    ['{"a": 1} x', 'line 1, column 10: nothing more is expected after the end'],
  ])('names line and column of %s', (text, place) => {
    expect(refusal(text).sentence).toBe(`This file is damaged or not JSON: ${place}.`)
  })

  it('refuses a key that is there twice, however it is written, and names its path', () => {
    expect(refusal('{"log":[{"body":{"text":1,"t\\u0065xt":2}}]}')).toEqual({
      code: 'duplicate',
      sentence: 'This file cannot be trusted: line 1, column 27: the key "text" is there twice.',
      path: 'log[0].body.text',
    })
  })

  it('takes the same key in two objects', () => {
    expect(parse('{"a":{"b":1},"b":{"a":1}}').ok).toBe(true)
  })

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('refuses the key %s', (key) => {
    expect(refusal(`{"a":{"${key}":{"admin":true}}}`).code).toBe('forbidden')
    expect(Reflect.get({}, 'admin')).toBeUndefined()
  })

  it.each([
    ['[', ']'],
    ['{"a":', '}'],
  ])('refuses %s 100,000 deep without a crash', (opening, closing) => {
    const deep = `{"x":${opening.repeat(100_000)}1${closing.repeat(100_000)}}`
    expect(refusal(deep)).toMatchObject({ code: 'deep' })
    expect(refusal(opening.repeat(100_000)).code).toBe('deep')
  })

  it('opens what is just as deep as allowed', () => {
    const levels = DEEPEST_NESTING - 1
    expect(parse(`{"x":${'['.repeat(levels)}1${']'.repeat(levels)}}`).ok).toBe(true)
    expect(parse(`{"x":${'['.repeat(levels + 1)}1${']'.repeat(levels + 1)}}`).ok).toBe(false)
  })
})

describe('scanJson', () => {
  const opens = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }

  it('takes all that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const fault = scanJson(JSON.stringify(value, null, indent))
        expect(fault === null || fault.code === 'forbidden').toBe(true)
      }),
    )
  })

  it('agrees with JSON.parse on damaged texts', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '\\', ',', '}', ']', '0', '-', 'e', '\u0001', ' '))
      .map(([text, at, put]) => {
        const index = at % (text.length + 1)
        return text.slice(0, index) + put + text.slice(index + 1)
      })
    fc.assert(
      fc.property(damaged, (text) => {
        const fault = scanJson(text)
        if (fault === null) expect(opens(text)).toBe(true)
        else if (fault.code === 'syntax') expect(opens(text)).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('readJsonFile', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-json-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const sentenceOf = async (path: string) => {
    const result = await readJsonFile(path)
    return result.ok ? 'accepted' : result.refusal.sentence
  }

  it('refuses what is not there, what is a folder, and a link to itself', async () => {
    const loop = join(folder, 'loop')
    await symlink('loop', loop)
    await mkdir(join(folder, 'sub'))
    expect(await sentenceOf(join(folder, 'none.json'))).toBe('This file does not exist.')
    expect(await sentenceOf(join(folder, 'sub'))).toBe('This is a folder, not a file.')
    expect(await sentenceOf(loop)).toBe('This file is a link that leads back to itself.')
    expect(await sentenceOf('/dev/null')).toBe('This is a device or a pipe, not a file.')
  })

  it.skipIf(process.getuid?.() === 0)(
    'refuses a file that may not be read (skipped: root reads all)',
    async () => {
      const path = join(folder, 'secret.json')
      await writeFile(path, '{}')
      await chmod(path, 0)
      expect(await sentenceOf(path)).toBe('This file may not be read by this user.')
    },
  )

  it('refuses 100 MB before reading it', async () => {
    const path = join(folder, 'big.json')
    const file = await open(path, 'w')
    await file.truncate(100 * 1024 * 1024)
    await file.close()
    expect(await sentenceOf(path)).toBe('This file has 100 MB; the limit is 64 MB.')
    expect(LARGEST_FILE).toBe(67_108_864)
  })
})
