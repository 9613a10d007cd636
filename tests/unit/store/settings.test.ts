import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { chooseDataDir, prepareDataDir } from '../../../electron/store/dataDir'
import { SettingsStore } from '../../../electron/store/settingsStore'
import { FIRST_SETTINGS } from '../../../shared/meeting/newMeeting'
import { author, must } from '../../helpers/meetings'
import { Lab } from './lab'

let lab: Lab
beforeEach(async () => {
  lab = await Lab.open()
})
afterEach(() => lab.clear())

const open = () => SettingsStore.open(lab.dataDir.settingsFile, lab.dataDir.quarantine)

describe('settings', () => {
  it('begin without an author and write nothing by themselves', async () => {
    expect((await open()).author).toBeNull()
    expect(await readdir(lab.dataDir.root)).not.toContain('settings.json')
  })

  it('remember the author', async () => {
    must(await (await open()).setAuthor(author))
    expect((await open()).author).toStrictEqual(author)
  })

  it.each([
    ['damaged', '{"format": "lectern-set'],
    ['empty', ''],
    ['null', 'null'],
    ['of another shape', '{"format":"lectern-settings","version":1,"author":{"name":""}}'],
    ['of a newer version', '{"format":"lectern-settings","version":2,"author":null}'],
  ])('that are %s are set aside, and kept until the user changes something', async (_, text) => {
    await writeFile(lab.dataDir.settingsFile, text)
    const settings = await open()
    expect(settings.author).toBeNull()
    expect(await readFile(lab.dataDir.settingsFile, 'utf8')).toBe(text)
    expect((await lab.setAside()).map(String)).toEqual([text])
    must(await settings.setAuthor(author))
    expect((await open()).author).toStrictEqual(author)
    expect((await lab.setAside()).map(String)).toEqual([text])
  })

  it('change in memory only after the disk said yes', async () => {
    const settings = await open()
    must(await settings.setAuthor(author))
    await chmod(lab.dataDir.settingsFile, 0o444)
    const answer = await settings.setAuthor({ name: 'Somebody else', device: 'x' })
    expect(answer).toMatchObject({
      refusal: { code: 'disk', sentence: expect.stringMatching(/: your name was not saved\.$/) },
    })
    expect(settings.author).toStrictEqual(author)
    expect((await open()).author).toStrictEqual(author)
  })
})

describe('what is chosen for displays, new meetings and captures', () => {
  const modes = { mirror: true, flip: false, onTop: true, seeThrough: 60, frameless: false }
  const displays = { sets: { 'A + B': { prompter: 'A', board: 'B' } }, modes: { A: modes } }
  const { wordsPerMinute, prompter } = FIRST_SETTINGS

  it('is remembered, and none of it takes another along', async () => {
    const settings = await open()
    const answers = await Promise.all([
      settings.setDisplays(displays),
      settings.setNewMeetings({ wordsPerMinute, prompter }),
      settings.setAsksProtection(false),
      settings.setAuthor(author),
    ])
    answers.forEach(must)
    const again = await open()
    expect(again.displays).toStrictEqual(displays)
    expect(again.newMeetings).toStrictEqual({ wordsPerMinute, prompter })
    expect(again.asksProtection).toBe(false)
    expect(again.author).toStrictEqual(author)
  })

  it('is the system asked, no display and no look, until somebody chooses', async () => {
    const settings = await open()
    expect(settings.asksProtection).toBe(true)
    expect(settings.newMeetings).toBeNull()
    expect(settings.displays).toStrictEqual({ sets: {}, modes: {} })
  })
})

describe('the data folder', () => {
  const choose = (argv: string[], environment: Record<string, string> = {}) =>
    chooseDataDir(argv, environment, '/here', '/fallback')

  it('is the option, else the environment, else the fallback', () => {
    expect(choose(['--data-dir=/a', '--data-dir=b'], { LECTERN_DATA_DIR: '/c' })).toBe('/here/b')
    expect(choose(['--data-dir='], { LECTERN_DATA_DIR: '/c' })).toBe('/c')
    expect(choose(['--data-dir'], { LECTERN_DATA_DIR: '' })).toBe('/fallback')
  })

  it('is swept of what a crash left half written, in every folder, and of nothing else', async () => {
    const { root, meetings, playbooks, quarantine } = lab.dataDir
    for (const folder of [root, meetings, playbooks, quarantine]) {
      await writeFile(`${folder}/.a.json.0123456789ab.tmp`, 'half')
      await writeFile(`${folder}/mine.tmp`, 'mine')
    }
    await prepareDataDir(root)
    for (const folder of [meetings, playbooks, quarantine])
      expect(await readdir(folder)).toEqual(['mine.tmp'])
    expect(await readdir(root)).not.toContain('.a.json.0123456789ab.tmp')
  })
})
