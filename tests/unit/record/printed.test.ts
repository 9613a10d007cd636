import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import {
  agreed,
  created,
  decided,
  ended,
  MADE_AT,
  meetingOf,
  noted,
  ordinary,
  parked,
  raised,
  RESOURCES,
  started,
  type Made,
} from './meetings'
import { Rehearsal, say } from '../../helpers/meetings'
import { canReadPdf, packedText, textOf } from './pdf'
import { draftOf, revisionOf } from './records'

const render = (made: Made, draft = true) => {
  const file = draft ? draftOf(made) : revisionOf(made)
  return renderPdf({ file, madeAt: MADE_AT, paper: 'A4', resources: RESOURCES })
}

const packed = (text: string) => text.replace(/\s+/g, '')

describe.skipIf(!canReadPdf)('the printed record (skipped: needs pdftotext from poppler-utils)', () => {
  it('holds everything that was captured', async () => {
    const text = packedText((await render(ordinary(), false)).bytes)
    const expected = [
      'Halt release 4.2',
      'Release 4.2 is halted until 25 Nov 14:00',
      'A critical bug has been found.',
      'Bridge, Room 4',
      'Europe/Berlin (UTC+1)',
      'Mon 23 Nov 2026, 14:01 to 14:26',
      'Priya Nair (Product Manager)',
      'Олена Коваленко',
      'Reputational damage',
      'Original date',
      'Mon 23 Nov 2026, 18:00',
      'Wed 25 Nov 2026, 14:00',
      '16–30 hours',
      'The deadline is tight and marketing has already announced the date',
      'answered',
      'Who pays for overtime again?',
      'Rework the token refresh',
      'Fri 27 Nov 2026, 17:00',
      'Write the memory test',
      'no date',
      'On-call pay at weekends',
      'Legal joins at half past',
      'Northwind Bank',
      'Meeting started',
      'A note, later taken back',
      'Page 1 of 5',
    ]
    for (const each of expected) expect(text).toContain(packed(each))
    expect(text).not.toContain('DRAFT')
  })

  it('says of a must-say phrase whether it was shown, heard or ticked, and not which', async () => {
    const marks = (['shown', 'heard', 'ticked'] as const).map(
      (mark) => ({ type: 'markPhrase', cue: 'open', phrase: 'We found {{bug}}', mark }) as const,
    )
    const text = packedText((await render(new Rehearsal().do(say.start, ...marks))).bytes)
    for (const is of ['shown', 'heard', 'ticked by hand'])
      expect(text).toContain(packed(`A must-say phrase was ${is}`))
    expect(text).not.toContain(packed('We found'))
  })

  it('does not print what was taken back', async () => {
    expect(packedText((await render(ordinary())).bytes)).not.toContain('typedbymistake')
  })

  it('says DRAFT on every page of a draft, and its text stays readable', async () => {
    const many = Array.from({ length: 60 }, (_, index) => noted(2, index, `Note number ${index}.`))
    const { bytes } = await render(meetingOf([created(), started, ...many, ended(9)]))
    const text = packedText(bytes)
    const pages = Number(/Page1of(\d+)/.exec(text)?.[1])
    expect(pages).toBeGreaterThan(2)
    expect(text.match(/DRAFT·Halt/g)?.length).toBe(pages)
    expect(text.match(/DRAFT(?!·)/g)?.length).toBe(pages)
    for (const index of many.keys()) expect(text).toContain(`Notenumber${index}.`)
  })

  it('repeats the heading and the column titles on every page of a table', async () => {
    const many = Array.from({ length: 80 }, (_, index) => parked(2, index, `Question ${index}`, null))
    const text = textOf((await render(meetingOf([created(), started, ...many]), false)).bytes)
    const pages = text.split('\f').filter((page) => /nobody yet/.test(page))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toMatch(/Parking lot[\s\S]*Open question\s+Owner/)
  })

  it('leaves no heading alone at the foot of a page, however long what follows is', async () => {
    const words = Array.from({ length: 500 }, (_, index) => `w${index}`).join(' ')
    for (const number of [2, 3, 4]) {
      const made = Array.from({ length: number }, (_, index) => decided(2, index, `d${index}`))
      const { bytes } = await render(meetingOf([created(), started, ...made, noted(3, 1, words)]), false)
      for (const page of textOf(bytes).split('\f')) {
        const lines = page.split('\n').filter((line) => line.trim() !== '' && !/Page \d+ of/.test(line))
        expect(lines.at(-1) ?? '').not.toMatch(/^\s*(Notes|Time\s+Note)\s*$/)
      }
    }
  })

  it('prints syntax of any kind as it was typed', async () => {
    const nasty = [
      '<img src=x onerror=alert(1)>',
      '**bold** _it_ # heading [link](javascript:alert(1))',
      '{"text":"big","fontSize":99,"link":"https://x.example"}',
      '{{greeting}} ${1+1} %s \\n \\u0041',
      '/ByteRange [0 1 2 3] endobj',
      'https://evil.example/a.png',
    ]
    const steps = nasty.flatMap((text, index) => [
      noted(2, index, text),
      decided(3, index, text),
      raised(4, index, text, null),
      agreed(5, index, text, null, null),
      parked(6, index, text, null),
    ])
    const { bytes } = await render(meetingOf([created('A & <b> (x) \\ title'), started, ...steps]))
    const text = packedText(bytes)
    for (const each of nasty) expect(text.split(packed(each)).length).toBeGreaterThanOrEqual(6)
    expect(bytes.toString()).not.toContain('/URI')
  })

  it('keeps texts longer than a page whole', async () => {
    const words = Array.from({ length: 1400 }, (_, index) => `w${index}`).join(' ')
    const unbroken = Array.from({ length: 1900 }, (_, index) => `${index}-`)
      .join('')
      .replaceAll('-', 'x')
    const { bytes } = await render(
      meetingOf([
        created(),
        started,
        decided(2, 1, words),
        noted(3, 1, unbroken.slice(0, 9000)),
        noted(4, 2, 'line\n'.repeat(300)),
      ]),
      false,
    )
    const text = textOf(bytes)
    const found = new Set(text.match(/\bw\d+\b/g))
    expect(words.split(' ').filter((word) => !found.has(word))).toEqual([])
    const withoutFurniture = packedText(bytes).replace(/Haltrelease4\.2·.*?Page\d+of\d+|NotesTimeNote/g, '')
    expect(withoutFurniture).toContain(unbroken.slice(0, 9000))
    expect(text.match(/\bline\b/g)?.length).toBeGreaterThanOrEqual(300)
  })

  it.each(['中', 'क', '𓀀', 'ﷺ'])('prints every one of 880 %s in a row', async (character) => {
    const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    const made = meetingOf([created(), started, noted(2, 1, character.repeat(880)), noted(3, 2, 'last')])
    const { bytes } = await render(made, false)
    const text = packedText(bytes)
    const shown = text.split(`[${name}]`).length - 1
    expect(shown === 0 ? text.split(character).length - 1 : shown).toBeGreaterThanOrEqual(880)
    expect(text).toContain('last')
  })

  it('shows a character no font has by its code point, and warns once', async () => {
    const { bytes, warnings } = await render(
      meetingOf([created(), started, noted(2, 1, 'ship it 🚀🚀 中 ✓ → 😀 Ελληνικά Tiếng Việt \u0007')]),
    )
    const text = packedText(bytes)
    expect(text).toContain('shipit[U+1F680][U+1F680][U+4E2D]✓→😀ΕλληνικάTiếngViệt[U+0007]')
    expect(warnings).toEqual([
      '“🚀” (U+1F680) is in none of the record’s fonts; it is printed as [U+1F680].',
      '“中” (U+4E2D) is in none of the record’s fonts; it is printed as [U+4E2D].',
      'U+0007 is in none of the record’s fonts; it is printed as [U+0007].',
    ])
  })

  it('breaks a long word of rare letters without cutting one in half', async () => {
    const text = packedText(
      (await render(meetingOf([created(), started, noted(2, 1, '𝕏'.repeat(400))]), false)).bytes,
    )
    expect(text.match(/𝕏/gu)?.length).toBeGreaterThanOrEqual(400)
    expect(text).not.toContain('\uFFFD')
  })

  it('says that words from right to left are out of order', async () => {
    const { warnings } = await render(meetingOf([created(), started, noted(2, 1, 'שלום')]))
    expect(warnings).toEqual([
      'Words written from right to left (Hebrew, Arabic) are printed in left-to-right order.',
    ])
  })
})
