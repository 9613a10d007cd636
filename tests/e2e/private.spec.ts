import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ElectronApplication } from 'playwright'
import { z } from 'zod'

import { expect, test, type Lectern } from '../helpers/app'
import type { Asked } from '../helpers/asked'
import { runAll } from '../helpers/bridge'
import {
  capture,
  createMeeting,
  fillFact,
  openBoard,
  openPrompter,
  startMeeting,
  toCaptureLine,
} from '../helpers/desk'
import { playbook } from '../helpers/playbook'

const secret = (what: string) => `zzprivate-${what}`

/** Everything private that can be typed before a meeting, in every field that takes it. */
function privateCommands(fact: string): readonly Asked[] {
  const response = {
    sayFirst: secret('say-first'),
    evidence: secret('evidence'),
    questionBack: secret('question-back'),
    doNotSay: secret('do-not-say'),
  }
  const kind = 'objection' as const
  const expected = { kind, role: 'DevOps Lead', keywords: [secret('keyword')] }
  return [
    { type: 'setFact', key: fact, value: secret('sourced'), source: secret('source') },
    {
      type: 'addCue',
      position: 0,
      cue: {
        kind: 'spoken',
        heading: secret('heading'),
        agenda: 'A public agenda title',
        text: `[${secret('direction')}]\n\n${secret('spoken')} and ${secret('must-say')}.`,
        mustSay: [secret('must-say')],
        tips: [],
        timebox: 2,
      },
    },
    {
      type: 'editCue',
      cue: {
        kind: 'spoken',
        id: 'bridge',
        heading: secret('edited-heading'),
        agenda: 'An edited agenda title',
        text: secret('edited-text'),
        mustSay: [],
        tips: [],
        timebox: 1,
      },
    },
    { type: 'addExpected', objection: { ...expected, text: secret('expected'), key: 9, response } },
    {
      type: 'editExpected',
      id: 'deadline',
      objection: { ...expected, text: secret('edited-expected'), key: 1, response },
    },
    {
      type: 'addAttendee',
      attendee: {
        name: 'Dana Ito',
        role: 'DevOps Lead',
        organisation: secret('organisation'),
        email: `${secret('mail')}@x.example`,
      },
    },
  ]
}

/** From now on, keeps what the main process tells the board. */
async function keepWhatBoardIsTold(electron: ElectronApplication): Promise<() => Promise<string>> {
  await electron.evaluate(({ BrowserWindow }) => {
    const told: string[] = []
    Object.assign(globalThis, { lecternTold: told })
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith('Board'))
    if (window === undefined) throw new Error('There is no board')
    const { webContents } = window
    const send = webContents.send.bind(webContents)
    webContents.send = (channel, ...args) => {
      told.push(JSON.stringify([channel, ...args]))
      send(channel, ...args)
    }
  })
  return async () => {
    const all = await electron.evaluate(() => {
      const told: unknown = Reflect.get(globalThis, 'lecternTold')
      return Array.isArray(told) ? told.map(String) : []
    })
    return all.join('\n')
  }
}

/** Every string that lives in the board's process, which it shares with no other window. */
async function stringsOfBoard({ electron, folder }: Lectern): Promise<string> {
  const path = join(folder, 'board.heapsnapshot')
  const alone = await electron.evaluate(async ({ BrowserWindow }, file) => {
    const windows = BrowserWindow.getAllWindows()
    const board = windows.find((each) => each.getTitle().startsWith('Board'))
    if (board === undefined) throw new Error('There is no board')
    await board.webContents.takeHeapSnapshot(file)
    const own = board.webContents.getOSProcessId()
    return windows.filter(({ webContents }) => webContents.getOSProcessId() === own).length === 1
  }, path)
  expect(alone, 'the board has a process of its own').toBe(true)
  const { strings } = z.object({ strings: z.array(z.string()) }).parse(JSON.parse(readFileSync(path, 'utf8')))
  return strings.join('\n')
}

/** What the playbook holds for the presenter's eyes only, as far into it as tells it from anything else. */
function privateWords(): readonly string[] {
  const { tips, objections, script, glossary } = playbook()
  const texts = [
    ...tips.map(({ text }) => text),
    ...glossary.map(({ definition }) => definition),
    ...objections.flatMap(({ text, response }) => [text, ...Object.values(response)]),
    ...script.flatMap((cue) =>
      cue.kind === 'spoken' ? [...cue.mustSay, cue.text.split('\n')[0] ?? ''] : [],
    ),
    ...script.filter(({ heading, agenda }) => !agenda.includes(heading)).map(({ heading }) => heading),
  ]
  return ['zzprivate', ...texts.map((text) => text.slice(0, 40))]
}

test('nothing private reaches the board: not its page, not its messages, not its process', async ({
  lectern,
}) => {
  test.slow()
  const { desk, electron } = lectern
  const { facts, plan } = playbook()
  const texts = facts.filter(({ kind, key }) => kind === 'text' && key !== plan.rollback)
  await createMeeting(desk, { title: 'Public title', place: secret('place'), author: secret('author') })
  for (const { key, label } of texts) await fillFact(desk, label, secret(key))
  await runAll(desk, privateCommands(texts[0]?.key ?? ''))
  await startMeeting(desk, true)
  const prompter = await openPrompter(lectern)
  await toCaptureLine(desk)
  await capture(desk, `n ${secret('note-before')}`)
  const board = await openBoard(lectern)
  const told = await keepWhatBoardIsTold(electron)

  await toCaptureLine(desk)
  for (const line of [
    `n ${secret('note')}`,
    `p ${secret('parked')}`,
    `! ${secret('whisper')}`,
    'o @dana a public concern',
    'd a public decision',
    'a a public action @dana',
  ]) {
    await capture(desk, line)
  }
  await runAll(desk, [
    {
      type: 'setFollowUp',
      followUp: { when: '2030-11-27T15:00:00.000+01:00', where: secret('where'), agenda: secret('agenda') },
    },
  ])
  for (const key of ['1', '9']) {
    await prompter.keyboard.press(key)
    await expect(prompter.getByRole('region', { name: 'Response' })).toContainText(secret('say-first'))
    await prompter.keyboard.press('Escape')
  }
  await expect(board.getByText('a public action')).toBeVisible()

  const page = await board.evaluate(() => document.documentElement.outerHTML)
  const got = JSON.stringify(await board.evaluate(() => window.lectern.call('board:get', null)))
  for (const [where, text] of [
    ['the page', page],
    ['what it asked for', got],
    ['what it was told', await told()],
    ['its process', await stringsOfBoard(lectern)],
  ] as const) {
    for (const words of ['a public concern', 'a public decision', 'a public action']) {
      expect(text, where).toContain(words)
    }
    // One common word alone says nothing among all the strings of a program.
    const telling = privateWords().filter(
      (words) => where !== 'its process' || words.startsWith('zz') || words.length > 12,
    )
    const leaked = telling.filter(
      (words) => text.includes(words) || text.includes(JSON.stringify(words).slice(1, -1)),
    )
    expect(leaked, `private text in ${where}`).toEqual([])
  }
})
