import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { schemaFiles } from '../../../electron/cli/schemas'
import { toMeetingFile } from '../../../shared/meeting/file'
import { draftFile } from '../../../shared/record/file'
import { endedMeeting, onRecord, recordOf } from '../../helpers/records'
import { ordinary, playbook, RESOURCES } from '../record/meetings'
import { Reader, runBy, WORDS } from '../rehearsal/runs'
import { contents, fileText, inFolder, lectern, write } from './files'

const checked = async (content: string | Uint8Array) => {
  let outcome = { out: [], err: [], code: 0 } as Awaited<ReturnType<typeof lectern>>
  await inFolder(async (folder) => {
    const file = await write(folder, { 'f.json': content })
    const found = await lectern('check', file)
    outcome = { ...found, out: found.out.map(shorter(file)), err: found.err.map(shorter(file)) }
    expect(Object.keys(await contents(folder))).toEqual(['f.json'])
  })
  return outcome
}

function shorter(file: string) {
  return (line: string) => line.replace(file, 'f.json')
}

describe('check', () => {
  it('says that a meeting is sound', async () => {
    expect(await checked(fileText(ordinary()))).toEqual({
      out: ['f.json is a sound meeting: its lists are what its 22 log entries add up to.'],
      err: [],
      code: 0,
    })
  })

  it('says that a playbook is sound', async () => {
    const { out, code } = await checked(JSON.stringify(playbook()))
    expect([out, code]).toEqual([['f.json is a sound playbook: “Critical release halt”.'], 0])
  })

  it('says that a record is sound, with its fingerprint', async () => {
    const record = recordOf(endedMeeting().do(onRecord.finalise(), onRecord.signOff('Amara Okafor')))
    expect(await checked(JSON.stringify(record))).toEqual({
      out: [
        `f.json is a sound record, revision 1 of “Halt release 4.2” whose 8 log entries hold together. Fingerprint ${record.fingerprint ?? ''}, 1 sign-off.`,
      ],
      err: [],
      code: 0,
    })
    const { meeting, log } = endedMeeting()
    expect((await checked(JSON.stringify(draftFile(meeting, log)))).out[0]).toContain('a draft of')
  })

  it('says that rehearsals are sound, and what of them does not hold together', async () => {
    const run = runBy(new Reader().reads(WORDS, 140))
    const { id: meeting } = ordinary().meeting
    const head = { format: 'lectern-rehearsals', version: 1, meeting }
    const later = { ...run, id: meeting, at: '2026-11-23T15:00:00.000Z' }
    const sound = await checked(JSON.stringify({ ...head, runs: [run, later] }))
    expect([sound.out, sound.code]).toEqual([
      [`f.json is a sound file of rehearsals: 2 runs of the meeting ${meeting}.`],
      0,
    ])
    const [first, ...others] = run.cues
    const wrong = { ...run, words: 7, cues: [{ ...first, read: 61 }, ...others] }
    const { err, code } = await checked(JSON.stringify({ ...head, runs: [later, wrong, later] }))
    expect([err, code]).toEqual([
      [
        'f.json: runs[1].at: is earlier than the run before it',
        'f.json: runs[1].words: is 7, and its cues have 200 together',
        'f.json: runs[1].cues[0].read: is 61, more than the 60 words of the cue',
        'f.json: runs[2].id: is there twice',
      ],
      2,
    ])
    const shape = await checked(JSON.stringify({ ...head, meeting: 'mine', runs: [{ ...run, setPace: 0 }] }))
    expect(shape.err).toEqual([
      expect.stringMatching(/^f\.json: meeting: /),
      expect.stringMatching(/^f\.json: runs\[0\]\.setPace: /),
    ])
  })

  it('names path and reason of each fault of a record', async () => {
    const text = JSON.stringify(recordOf(endedMeeting().do(onRecord.finalise())))
    const { err, code } = await checked(text.replaceAll('we halt', 'we go on'))
    expect([err, code]).toEqual([
      [
        'f.json: record.log[3]: its content does not match its hash',
        'f.json: fingerprint: it is not the fingerprint of this record',
      ],
      2,
    ])
    const shapeless = text.replace('"note.captured"', '"note.sung"').replace('"leftOut":0', '"leftOut":-1')
    expect((await checked(shapeless)).err).toEqual([
      expect.stringContaining('f.json: record.leftOut: '),
      'f.json: record.log[5]: is not an entry of a record’s log',
    ])
  })

  it('names a revision that is not what its log gives', async () => {
    const { meeting, log } = endedMeeting().do(onRecord.finalise())
    const text = JSON.stringify(toMeetingFile(meeting, log))
    const [revision] = meeting.revisions
    const { err } = await checked(text.replaceAll(revision?.fingerprint ?? '', 'a'.repeat(64)))
    expect(err).toContain('f.json: revisions[0]: its fingerprint is not that of the record its log gives')
  })

  it('takes a byte order mark and CRLF', async () => {
    expect((await checked(`\uFEFF${fileText(ordinary()).replaceAll('\n', '\r\n')}`)).code).toBe(0)
  })

  it('names path and reason of each fault, one a line', async () => {
    const broken = fileText(ordinary())
      .replace('"timeZone": "Europe/Berlin"', '"timeZone": "Mars/Olympus"')
      .replace('"status": "ended"', '"status": "over"')
    const { err, code } = await checked(broken)
    expect(code).toBe(2)
    expect(err).toContain('f.json: timeZone: is not a time zone this computer knows')
    expect(err.filter((line) => line.startsWith('f.json: status: '))).toHaveLength(1)
  })

  it('finds lists and a log changed by hand', async () => {
    const changed = fileText(ordinary()).replace(
      '"text": "Legal joins at half past"',
      '"text": "Legal agrees"',
    )
    expect((await checked(changed)).err).toEqual(['f.json: notes: it is not what the log adds up to'])
    const both = fileText(ordinary()).replaceAll('Legal joins at half past', 'Legal agrees')
    const { err, code } = await checked(both)
    expect([err, code]).toEqual([['f.json: log[13]: its content does not match its hash'], 2])
  })

  it('finds a playbook that names what is not there', async () => {
    const broken = playbook((same) => ({ ...same, bottomLine: 'We stop {{nowhere}}' }))
    expect((await checked(JSON.stringify(broken))).err).toEqual([
      'f.json: bottomLine: has the unknown blank {{nowhere}}',
    ])
  })

  it.each([
    [
      '{"format":"lectern-meeting","version":99}',
      'f.json: version: is 99, written by a newer Lectern; this one knows up to 1',
    ],
    [
      '{"format":"x","version":1}',
      'f.json: format: is "x", none of "lectern-meeting", "lectern-playbook", "lectern-record", "lectern-rehearsals"',
    ],
    ['[]', 'f.json: This file holds a list where an object is expected.'],
    ['', 'f.json: This file is empty.'],
  ])('refuses %s', async (content, line) => {
    expect(await checked(content)).toEqual({ out: [], err: [line], code: 2 })
  })

  it('refuses UTF-16 and Latin-1', async () => {
    expect((await checked(Buffer.from(fileText(ordinary()), 'utf16le'))).code).toBe(2)
    expect((await checked(Buffer.from('{"title":"é"}', 'latin1'))).err[0]).toContain(
      'is not in UTF-8 (line 1, column 11)',
    )
  })
})

describe('the command line', () => {
  it('helps', async () => {
    const { out, code } = await lectern('--help')
    expect(code).toBe(0)
    for (const command of ['record', 'verify', 'check', 'schemas']) expect(out[0]).toContain(`  ${command} `)
  })

  it.each([
    [[], 'Say what to do; --help lists the commands.'],
    [['sing', 'x.pdf'], 'There is no command “sing”; --help lists them.'],
    [['verify'], 'Say which PDF: verify RECORD.pdf'],
    [
      ['record', 'm.json', '--pdf', 'o.pdf', '--sign', 'me.p12'],
      'To sign, say both: --sign IDENTITY.p12 --passphrase-file FILE',
    ],
    [
      ['record', 'm.json', '--pdf', 'o.pdf', '--passphrase-file', 'f'],
      'To sign, say both: --sign IDENTITY.p12 --passphrase-file FILE',
    ],
    [['record', 'm.json', '--pdf', 'o.pdf', '--paper', 'A5'], 'The paper is A4 or Letter: --paper Letter'],
    [['record', 'm.json'], 'Say which meeting and where to: record MEETING.json --pdf OUT.pdf'],
    [['check'], 'Say which file: check FILE.json'],
    [['check', 'a', 'b'], 'Say which file: check FILE.json'],
    [['check', 'x', '--loud'], "Unknown option '--loud'; --help lists what there is."],
  ])('refuses %j with one sentence', async (args, sentence) => {
    expect(await lectern(...args)).toEqual({ out: [], err: [sentence], code: 2 })
  })
})

describe('schemas', () => {
  it('are those in resources/schemas', async () => {
    for (const { name, text } of schemaFiles()) {
      const there: unknown = JSON.parse(await readFile(join(RESOURCES, 'schemas', name), 'utf8'))
      expect(there).toEqual(JSON.parse(text))
    }
  })
})
