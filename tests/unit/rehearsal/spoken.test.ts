import { describe, expect, it } from 'vitest'

import { paceToAdopt } from '../../../shared/rehearsal/adopt'
import { compareSpoken } from '../../../shared/rehearsal/compare'
import { runSchema, type Run } from '../../../shared/rehearsal/schema'
import { spokenInAll, spokenPace } from '../../../shared/rehearsal/spoken'
import { adoptWords, pausesWords, spokenChangeWords } from '../../../shared/rehearsal/words'
import { Reader, runBy, WORDS } from './runs'
import { Speaker } from './speaker'

const opening = (speaker: Speaker) => speaker.spoken.get('opening')

describe('what is heard of a cue', () => {
  it('is for how long somebody spoke, and nothing of the words where only pauses are told', () => {
    const speaker = new Speaker().speaks(24, 120).rests(0.8).speaks(60, 120).rests(0.6).speaks(180, 150)
    expect(opening(speaker)).toEqual({
      listened: expect.closeTo(30.8, 1),
      seconds: expect.closeTo(30, 0),
      pauses: 0,
      paused: 0,
      heard: null,
    })
    expect(speaker.spoken.get('bug')?.seconds).toBeCloseTo(48, 0)
    expect(speaker.spoken.get('close')).toBeUndefined()
  })

  it('has a filler pause for a rest of more than a second in mid-sentence', () => {
    const speaker = new Speaker()
    speaker.speaks(6, 120).rests(0.9).speaks(18, 120).rests(1.4).speaks(30, 120).rests(2.1).speaks(60, 120)
    expect(opening(speaker)).toMatchObject({ pauses: 2, paused: expect.closeTo(3.5, 1) })
  })

  it('has none between sentences, before the first word, or where somebody stopped', () => {
    const speaker = new Speaker().rests(3).speaks(12, 120).rests(2).speaks(25, 120).rests(2)
    speaker.speaks(30, 120).rests(14).speaks(60, 120).rests(3)
    expect(opening(speaker)).toMatchObject({ pauses: 0, paused: 0 })
    const last = new Speaker().to(180).speaks(WORDS, 120).rests(2).speaks(WORDS, 120)
    expect(last.spoken.get('close')).toMatchObject({ pauses: 0 })
  })

  it('has none where the microphone was off, a question was asked, or the script was put elsewhere', () => {
    const off = new Speaker().speaks(6, 120).rests(0.5).is('ready', 4).speaks(30, 120)
    expect(opening(off)).toMatchObject({ pauses: 0, listened: expect.closeTo(15.5, 0) })
    const asked = new Speaker().speaks(6, 120).rests(0.5).is('asked', 4).speaks(30, 120)
    expect(opening(asked)).toMatchObject({ pauses: 0, listened: expect.closeTo(15.5, 0) })
    const moved = new Speaker().speaks(6, 120).rests(2).to(30).speaks(60, 120)
    expect(opening(moved)).toMatchObject({ pauses: 0 })
  })

  it('does not count as listened to while nobody can be heard', () => {
    const speaker = new Speaker().is('timed', 20).speaks(30, 120)
    expect(opening(speaker)).toMatchObject({ listened: expect.closeTo(15, 0) })
  })

  it('is which words, where the script follows, and how fast they were spoken without the rests', () => {
    const speaker = new Speaker('follow')
    speaker.speaks(18, 150).rests(3).speaks(60, 150)
    expect(opening(speaker)).toMatchObject({
      pauses: 1,
      heard: { words: 60, wordsPerMinute: expect.closeTo(150, -0.7) },
    })
  })

  it('leaves what was said beside the script out of the pace, and not out of the time spoken', () => {
    const speaker = new Speaker('follow').speaks(30, 150).strays(20).told(33, 'jump').to(34).speaks(60, 150)
    const told = opening(speaker)
    expect(told?.seconds).toBeCloseTo(12 + 20 + 10.4, 0)
    expect(told?.heard?.wordsPerMinute).toBeCloseTo(150, -0.7)
  })

  it('counts what was said twice once, and words passed over not at all', () => {
    const speaker = new Speaker('follow').speaks(24, 150).to(12).told(16, 'jump').to(17).speaks(24, 150)
    speaker.to(50).told(54, 'jump').to(55).speaks(60, 150)
    expect(opening(speaker)?.heard).toMatchObject({ words: 24 + 10 })
  })

  it('does not count words left out just before others that were heard, nor their time', () => {
    const speaker = new Speaker('follow').speaks(21, 150).to(28).told(28, 'on', 26).to(29).speaks(60, 150)
    expect(opening(speaker)?.heard).toEqual({ words: 60 - 5, wordsPerMinute: expect.closeTo(150, -0.7) })
  })

  it('says no pace after a few words', () => {
    expect(opening(new Speaker('follow').speaks(6, 150))?.heard).toEqual({ words: 6, wordsPerMinute: null })
  })
})

const read = new Reader().reads(WORDS, 130)
const spokenRun = (speaker: Speaker): Run => runBy(read, { spoken: speaker.spoken })

describe('a run that was listened to', () => {
  const paced = new Speaker().speaks(60, 150).rests(1.5).speaks(150, 150).rests(1.5).speaks(WORDS, 150)

  it('has the words a minute of each cue over the time spoken, and is kept with them', () => {
    const run = spokenRun(paced)
    expect(runSchema.parse(run)).toEqual(run)
    expect(run.cues.map((cue) => Math.round(spokenPace(cue) ?? 0))).toEqual([150, 150, 150])
    expect(spokenInAll(run.cues)).toMatchObject({ seconds: expect.closeTo(80, 0), pauses: 1 })
    expect(spokenInAll(runBy(read).cues)).toBeNull()
  })

  it('says no pace of a cue that was hardly listened to', () => {
    const run = spokenRun(new Speaker().is('ready', 20).speaks(10, 150))
    expect(run.cues.map(spokenPace)).toEqual([null, null, null])
    expect(paceToAdopt(run)).toMatchObject({ from: 'prompter', wordsPerMinute: 130 })
  })

  it('gives the pace of the time spoken to adopt, and says whose it is', () => {
    const pace = paceToAdopt(spokenRun(paced))
    expect(pace).toMatchObject({ from: 'speech', wordsPerMinute: 150, without: expect.closeTo(3, 0) })
    expect(pace === null ? '' : adoptWords(pace)).toMatch(
      /^160 words went by in 1:04 of speaking\. Not counted: 0:03 of rests and the slowest .+ In Paced the script goes by its set pace while you speak; Follow hears how fast you speak yourself\.$/,
    )
    const followed = new Speaker('follow').speaks(60, 165).rests(4).speaks(WORDS, 165)
    const heard = paceToAdopt(spokenRun(followed))
    expect(heard).toMatchObject({ from: 'voice', wordsPerMinute: 165 })
    expect(heard === null ? '' : adoptWords(heard)).toMatch(/^\d+ words were heard in 0:58 of speaking\./)
  })

  it('is compared with another one', () => {
    const slower = new Speaker('follow').speaks(20, 120).rests(2).speaks(60, 120).speaks(WORDS, 150)
    const changes = compareSpoken(spokenRun(paced), spokenRun(slower))
    expect([...changes].map(([cue, change]) => [cue, spokenChangeWords(change)])).toEqual([
      ['opening', '30 slower, 1 pause more'],
      ['bug', '1 pause fewer'],
      ['close', 'about the same'],
    ])
    expect(compareSpoken(runBy(read), spokenRun(paced)).size).toBe(0)
  })

  it('tells its pauses in words', () => {
    expect(pausesWords({ pauses: 0, paused: 0 })).toBe('none')
    expect(pausesWords({ pauses: 3, paused: 5.2 })).toBe('3, 0:05')
  })
})
