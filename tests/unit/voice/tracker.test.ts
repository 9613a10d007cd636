import { describe, expect, it } from 'vitest'

import { NO_WORD } from '../../../shared/voice/graph'
import { runOf, Tracker, type HeardWord } from '../../../shared/voice/tracker'

/** Words one after the other, a third of a second each, of so many phones. */
function heard(words: readonly number[], from = 0, phones = 4): readonly HeardWord[] {
  return words.map((word, index) => ({ word, phones, from: from + index / 3, to: from + (index + 1) / 3 }))
}

describe('the words that a guess ends with', () => {
  it('are a run as far as they follow each other', () => {
    expect(runOf(heard([3, 4, 20, 21, 23]))).toMatchObject({ first: 20, last: 23, length: 3, phones: 12 })
    expect(runOf(heard([9, 8]))).toMatchObject({ first: 8, length: 1 })
    expect(runOf(heard([NO_WORD]))).toBeNull()
    expect(runOf([])).toBeNull()
  })

  it('are no run across much other speech', () => {
    expect(runOf(heard([1, 2, NO_WORD, 3]))).toMatchObject({ first: 1, length: 3 })
    expect(runOf(heard([1, 2, NO_WORD, NO_WORD, 3]))).toMatchObject({ first: 3, length: 1 })
  })
})

describe('the place', () => {
  it('goes on with each word', () => {
    const tracker = new Tracker(-1)
    expect(tracker.see(heard([0]), 0.4, true)).toMatchObject({ kind: 'place', word: 0, moved: 'on' })
    expect(tracker.see(heard([0]), 0.5, true)).toBeNull()
    expect(tracker.see(heard([0, 1, 2]), 1, true)).toMatchObject({ word: 2, moved: 'on' })
  })

  it('jumps only by a run of words that stands for a while', () => {
    const tracker = new Tracker(10)
    expect(tracker.see(heard([40, 41, 42]), 1, true)).toBeNull()
    const run = heard([40, 41, 42, 43])
    expect(tracker.see(run, 1.4, true)).toBeNull()
    expect(tracker.see(run, 1.8, true)).toMatchObject({ first: 40, word: 43, moved: 'jump' })
  })

  it('forgets a run that was only a guess', () => {
    const tracker = new Tracker(10)
    tracker.see(heard([40, 41, 42, 43]), 1.4, true)
    expect(tracker.see(heard([60, 61, 62, 63]), 1.8, true)).toBeNull()
  })

  it('needs more for a longer way, and more than a few short words', () => {
    const tracker = new Tracker(10)
    const far = heard([400, 401, 402, 403])
    tracker.see(far, 1.4, true)
    expect(tracker.see(far, 2, true)).toBeNull()
    const short = heard([40, 41, 42, 43], 0, 2)
    tracker.see(short, 2.4, true)
    expect(tracker.see(short, 3, true)).toBeNull()
  })

  it('counts a run on across a pause', () => {
    const tracker = new Tracker(10)
    tracker.keep(heard([40, 41]))
    const rest = heard([42, 43], 2)
    tracker.see(rest, 3, true)
    expect(tracker.see(rest, 3.5, true)).toMatchObject({ word: 43, moved: 'jump' })
  })

  it('does not step back by a few words, but to an earlier sentence', () => {
    const tracker = new Tracker(20)
    const behind = heard([15, 16, 17, 18])
    tracker.see(behind, 1, true)
    expect(tracker.see(behind, 2, true)).toBeNull()
    const repeat = heard([12, 13, 14, 15, 16])
    tracker.see(repeat, 2.2, true)
    expect(tracker.see(repeat, 3, true)).toMatchObject({ word: 16, moved: 'jump' })
  })

  it('is lost after some seconds of other speech, and says so once; silence is no speech', () => {
    const tracker = new Tracker(20)
    const other = heard([NO_WORD, NO_WORD])
    expect(tracker.see([], 3, false)).toBeNull()
    expect(tracker.see(other, 6, true)).toBeNull()
    expect(tracker.see(other, 7.5, true)).toMatchObject({ kind: 'lost' })
    expect(tracker.see(other, 9, true)).toBeNull()
    expect(tracker.see(heard([21]), 9.5, true), 'one short word').toBeNull()
    expect(tracker.see(heard([21, 22]), 10, true)).toMatchObject({ kind: 'place', word: 22, moved: 'on' })
    expect(tracker.see([], 16, true), 'lost anew').toMatchObject({ kind: 'lost' })
  })

  it('holds in an aside that has a few sounds of the words to come', () => {
    const tracker = new Tracker(19)
    expect(tracker.see(heard([18, 19, 20]), 1, true)).toMatchObject({ word: 20 })
    const aside = [...heard([20], 1), { word: NO_WORD, phones: 0, from: 2, to: 3 }]
    expect(tracker.see([...aside, ...heard([23, 24, 25], 3, 2)], 4, true), 'three short words on').toBeNull()
    expect(tracker.see([...aside, ...heard([21], 3.4)], 4.2, true), 'one word').toBeNull()
    expect(tracker.place).toBe(20)
    const back = [...aside, ...heard([21, 22], 4.2)]
    expect(tracker.see(back, 5, true)).toMatchObject({ word: 22, moved: 'on' })
  })

  it('goes past words that were not heard once those after them have enough sounds', () => {
    const tracker = new Tracker(19)
    expect(tracker.see(heard([20]), 0.5, true)).toMatchObject({ word: 20 })
    expect(tracker.see(heard([22, 23]), 1, true)).toBeNull()
    expect(tracker.see(heard([22, 23, 24]), 1.3, true)).toMatchObject({ first: 22, word: 24, moved: 'on' })
  })

  it('skips three sentences, and finds its way back to one said twice', () => {
    const tracker = new Tracker(20)
    const ahead = heard([52, 53, 54, 55])
    tracker.see(ahead, 1, true)
    expect(tracker.see(ahead, 1.4, true)).toMatchObject({ word: 55, moved: 'jump' })
    tracker.keep(ahead)
    const again = heard([46, 47, 48, 49], 2)
    tracker.see(again, 3.4, true)
    expect(tracker.see(again, 3.8, true)).toMatchObject({ word: 49, moved: 'jump' })
  })

  it('is found anywhere once lost, by a run that is long enough', () => {
    const tracker = new Tracker(20)
    expect(tracker.see([], 5, true)).toMatchObject({ kind: 'lost' })
    const far = heard([400, 401, 402, 403, 404, 405, 406], 6)
    tracker.see(far.slice(0, 6), 8, true)
    expect(tracker.see(far.slice(0, 6), 8.4, true), 'six words').toBeNull()
    tracker.see(far, 8.6, true)
    expect(tracker.see(far, 9, true)).toMatchObject({ kind: 'place', word: 406, moved: 'jump' })
    expect(tracker.see([...far, ...heard([407], 8.4)], 9.2, true)).toMatchObject({ word: 407, moved: 'on' })
  })

  it('takes more to jump the longer something else was said', () => {
    const jumpsAt = (at: number) => {
      const tracker = new Tracker(10)
      const likeness = heard([40, 41, 42, 43], at - 2)
      tracker.see(likeness, at - 0.4, true)
      return tracker.see(likeness, at, true)
    }
    expect(jumpsAt(2)).toMatchObject({ word: 43, moved: 'jump' })
    expect(jumpsAt(3.9)?.kind, 'in the middle of an aside').not.toBe('place')
  })

  it('is back from a jump that was wrong by no more than any way back takes', () => {
    const tracker = new Tracker(100)
    const wrong = heard([300, 301, 302, 303, 304, 305, 306])
    tracker.see(wrong, 2, true)
    expect(tracker.see(wrong, 2.4, true)).toMatchObject({ word: 306, moved: 'jump' })
    const back = heard([101, 102, 103, 104], 2.4)
    tracker.see(back, 3.8, true)
    expect(tracker.see(back, 4.2, true)).toMatchObject({ word: 104, moved: 'jump' })
  })

  it('stays at a far place that a dozen words have confirmed', () => {
    const tracker = new Tracker(100)
    const right = heard([300, 301, 302, 303, 304, 305, 306])
    tracker.see(right, 2, true)
    tracker.see(right, 2.4, true)
    for (let word = 307; word <= 320; word += 1) tracker.see(heard([word - 1, word], 2.4), 2.5, true)
    expect(tracker.place).toBe(320)
    const likeness = heard([101, 102, 103, 104], 3)
    tracker.see(likeness, 3.8, true)
    expect(tracker.see(likeness, 4.2, true)).toBeNull()
  })

  it('goes several short words on at once only by enough sounds', () => {
    const tracker = new Tracker(10)
    expect(tracker.see(heard([10, 11], 0, 2), 0.7, true)).toMatchObject({ word: 11 })
    expect(tracker.see(heard([11, 12, 13, 14], 0, 2), 1, true)).toBeNull()
    expect(tracker.see(heard([11, 12, 13, 14, 15], 0, 2), 1.2, true)).toMatchObject({ word: 15 })
  })

  it('is where the speaker put it', () => {
    const tracker = new Tracker(20)
    tracker.seek(3)
    expect(tracker.see(heard([4]), 1, true)).toMatchObject({ word: 4, moved: 'on' })
  })

  it('is lost, and reached far ahead, only by what is heard after the speaker put it there', () => {
    const tracker = new Tracker(20)
    expect(tracker.see([], 20, true)).toMatchObject({ kind: 'lost' })
    tracker.seek(2)
    expect(tracker.see([], 20.1, true), 'lost by what was said before').toBeNull()
    const ahead = heard([30, 31, 32], 20)
    tracker.see(ahead, 21, true)
    expect(tracker.see(ahead, 21.5, true), 'thirty words on in a second').toBeNull()
    expect(tracker.see([], 24.5, true)).toMatchObject({ kind: 'lost' })
  })
})
