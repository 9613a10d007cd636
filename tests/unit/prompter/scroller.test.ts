import { describe, expect, it } from 'vitest'

import type { Scroller } from '../../../renderer/prompter/scroller'
import { secondsLeft } from '../../../shared/script/pace'
import { layout, stage } from './fakeLayer'

const LINES = 50

function started(pace = 120) {
  const staged = stage(pace)
  staged.scroller.layOut(layout(LINES, 80), { word: 0, gap: 1 })
  return staged
}

describe('the script in motion', () => {
  it('is one animation, started once and left alone while it runs', () => {
    const { scroller, played, after } = started()
    scroller.setRunning(true)
    expect(played).toHaveLength(1)
    for (let second = 0; second <= 60; second += 1) {
      after(second)
      expect(scroller.word()).toBeCloseTo(second * 2, 6)
      expect(scroller.secondsLeft()).toBeCloseTo(250 - second, 6)
      scroller.anchor()
      scroller.y()
    }
    expect(played).toHaveLength(1)
    expect(played[0]).toMatchObject({ seconds: 250, currentTime: 60_000 })
  })

  it('takes its speed from the words that are left, at a start, a seek, an edit, another size and pace', () => {
    const { scroller, played, after } = started()
    scroller.setRunning(true)
    after(30)
    const events: readonly (readonly [string, () => void])[] = [
      ['pace', () => scroller.setPace(150)],
      ['seek', () => scroller.seek(200)],
      ['size', () => scroller.layOut(layout(LINES, 120), scroller.anchor())],
      ['edit', () => scroller.layOut(layout(LINES + 10, 120), scroller.anchor())],
      ['pause', () => scroller.setRunning(false)],
      ['start', () => scroller.setRunning(true)],
    ]
    for (const [name, happen] of events) {
      const [before, word] = [played.length, scroller.word()]
      happen()
      if (name !== 'seek') expect(scroller.word()).toBeCloseTo(word, 6)
      if (name === 'pause') continue
      expect([name, played.length - before]).toEqual([name, 1])
      const track = layout(name === 'edit' || name === 'start' ? LINES + 10 : LINES, 1).track
      const left = secondsLeft(track, scroller.word(), scroller.state.get().wordsPerMinute)
      expect(played.at(-1)?.seconds).toBeCloseTo(left, 6)
    }
  })

  it.each<readonly [string, (scroller: Scroller) => void, number]>([
    ['its pace', (scroller) => scroller.setPace(150), 2.5],
    ['its size', (scroller) => scroller.layOut(layout(LINES, 120), scroller.anchor()), 2],
    ['what is measured of it', (scroller) => scroller.extend(layout(LINES, 80)), 2],
  ])('goes on without a stop of even one frame when %s changes', (_what, change, speed) => {
    const { scroller, pass } = started()
    scroller.setRunning(true)
    pass(0)
    pass(10)
    const word = scroller.word()
    change(scroller)
    expect(scroller.word()).toBeCloseTo(word, 9)
    for (let frame = 1; frame <= 30; frame += 1) {
      pass(1 / 60)
      expect(scroller.word()).toBeCloseTo(word + (speed * frame) / 60, 6)
    }
  })

  it('keeps its place and its speed when more of the script is measured', () => {
    const { scroller, played, after } = started()
    scroller.setRunning(true)
    after(10)
    expect(scroller.y()).toBeCloseTo(160, 6)
    scroller.extend(layout(LINES + 50, 80))
    expect(scroller.y()).toBeCloseTo(160, 6)
    expect((8_000 - 160) / (played.at(-1)?.seconds ?? 1)).toBeCloseTo(16, 6)
  })

  it('keeps the word at the reading line under a response, and goes on from it', () => {
    const { scroller, after } = started()
    scroller.setRunning(true)
    after(21)
    scroller.setResting(true)
    expect(scroller.word()).toBeCloseTo(42, 6)
    scroller.layOut(layout(LINES, 44), scroller.anchor())
    expect(scroller.word()).toBeCloseTo(42, 6)
    scroller.setResting(false)
    expect(scroller.word()).toBeCloseTo(42, 6)
    expect(scroller.state.get().running).toBe(true)
  })

  it('goes on line by line by the time in which somebody speaks, however short it is', () => {
    const { scroller, pass } = started()
    scroller.setStepping(true)
    scroller.setRunning(true)
    for (let spoken = 0; spoken < 60; spoken += 2) {
      scroller.setDrive('pace')
      pass(0)
      expect(scroller.word(), `after ${spoken} s of speech`).toBe(Math.floor((spoken * 2) / 10) * 10)
      expect(scroller.secondsLeft()).toBeCloseTo(250 - spoken, 6)
      pass(2)
      scroller.setDrive('held')
      expect(scroller.secondsLeft()).toBeCloseTo(250 - spoken - 2, 6)
      scroller.setDrive(spoken % 4 === 0 ? 'held' : 'voice')
      pass(30)
    }
    expect(scroller.word()).toBe(120)
  })

  it('keeps what a line had of its time when the pace changes, and forgets it when somebody goes elsewhere', () => {
    const { scroller, pass } = started()
    scroller.setStepping(true)
    scroller.setRunning(true)
    pass(0)
    pass(4)
    scroller.setPace(240)
    pass(0.4)
    expect(scroller.word()).toBe(0)
    pass(0.2)
    expect(scroller.word()).toBe(10)
    scroller.setDrive('held')
    scroller.seek(100)
    scroller.setDrive('pace')
    pass(0)
    pass(2.4)
    expect(scroller.word()).toBe(100)
    pass(0.2)
    expect(scroller.word()).toBe(110)
  })
})
