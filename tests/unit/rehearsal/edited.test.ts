import { describe, expect, it } from 'vitest'

import { outlineOf } from '../../../renderer/prompter/outline'
import { createEar } from '../../../renderer/prompter/rehearsal/ear'
import { movedWithin } from '../../../renderer/prompter/rehearsal/edited'
import { createRecorder } from '../../../renderer/prompter/rehearsal/recorder'
import { runOf } from '../../../shared/rehearsal/run'
import { spokenOf } from '../../../shared/rehearsal/spoken'
import type { ScriptCue } from '../../../shared/script/cues'

/** A cue with paragraphs of so many words. */
function cue(id: string, ...paragraphs: readonly number[]): ScriptCue {
  return {
    id,
    number: 1,
    heading: id,
    agenda: id,
    kind: 'spoken',
    paragraphs: paragraphs.map((words) => [{ kind: 'text', text: 'word '.repeat(words) }]),
    words: paragraphs.reduce((all, words) => all + words, 0),
    tips: [],
    objection: null,
    timebox: 1,
  }
}

const BEFORE = [cue('opening', 30, 10), cue('bug', 40), cue('close', 20)]
const WORDS = 100

/** Somebody who reads the script at two words a second and is followed, and then edits it. */
function rehearsed(after: readonly ScriptCue[]) {
  let now = 0
  const recorder = createRecorder(() => now)
  const ear = createEar()
  const going = { mode: 'follow', status: 'going', on: true, wordsPerMinute: 120, heard: null } as const
  ear.look(0, 0, going, true)
  ear.hear(0, 0, { kind: 'speech', on: true, at: 0 })
  for (let word = 0; word <= WORDS; word += 0.5) {
    recorder.look(word, 'script')
    if (word > 0 && Number.isInteger(word)) {
      const place = { kind: 'place', first: word - 1, word: word - 1, certainty: 1 } as const
      ear.hear(recorder.seconds(), word, { ...place, moved: 'on', at: now / 1000 })
    }
    now += 250
  }
  const moved = movedWithin(outlineOf(BEFORE), outlineOf(after))
  if (moved !== null) {
    recorder.edited(moved)
    ear.edited(moved)
  }
  const run = runOf({
    id: '0197a000-0000-7000-8000-000000000001',
    at: '2026-11-23T14:00:00.000Z',
    setPace: 120,
    cues: after,
    samples: recorder.samples,
    answers: [],
    notShown: [],
    spoken: spokenOf(ear.heard, after, outlineOf(after).sentenceStarts()),
  })
  return new Map(run.cues.map((each) => [each.cue, each]))
}

/** To a tenth of a second and of a word. */
const near = (number: number) => expect.closeTo(number, 0) as number

describe('a script that is edited during its rehearsal', () => {
  it('keeps its times where no word moved', () => {
    expect(movedWithin(outlineOf(BEFORE), outlineOf([...BEFORE]))).toBeNull()
  })

  it.each([
    ['longer by a paragraph', cue('opening', 30, 10, 50)],
    ['longer within one', cue('opening', 80, 10)],
    ['shorter', cue('opening', 12, 10)],
    ['without its last paragraph', cue('opening', 30)],
  ])('keeps the time and the words of every other cue where one becomes %s', (_what, opening) => {
    const cues = rehearsed([opening, cue('bug', 40), cue('close', 20)])
    expect(cues.get('opening')).toMatchObject({ seconds: near(20) })
    expect(cues.get('bug')).toMatchObject({ read: near(40), seconds: near(20), stopped: 0 })
    expect(cues.get('bug')?.spoken).toMatchObject({ seconds: near(20), heard: { words: 40 } })
    expect(cues.get('close')).toMatchObject({ read: near(20), seconds: near(10), stopped: 0 })
    expect(cues.get('close')?.spoken).toMatchObject({ heard: { words: 20 } })
  })

  it('takes words that were put in for neither read nor heard', () => {
    const opening = rehearsed([cue('opening', 30, 10, 50), cue('bug', 40), cue('close', 20)]).get('opening')
    expect(opening).toMatchObject({ read: near(40), words: 90 })
    expect(opening?.spoken).toMatchObject({ heard: { words: 40 } })
  })

  it('gives the time of a cue that was taken out to no other, and the rest of the script its own', () => {
    const cues = rehearsed([cue('opening', 30, 10), cue('close', 20)])
    expect(cues.get('opening')).toMatchObject({ seconds: near(20), stopped: 0 })
    expect(cues.get('close')).toMatchObject({ read: near(20), seconds: near(10), stopped: 0 })
    expect(cues.get('close')?.spoken).toMatchObject({ heard: { words: 20 } })
  })
})
