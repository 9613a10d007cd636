import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BoardFeed, withoutNames } from '../../../electron/boardFeed'
import { publicView, publicViews } from '../../../shared/meeting/publicView'
import { historyArb } from '../../helpers/histories'
import { busyMeeting, idOf, Rehearsal, say } from '../../helpers/meetings'

const DELAY = 5_000

describe('what waits for the Board', () => {
  it('shows after its delay, and not before', () => {
    const rehearsal = busyMeeting()
    const feed = new BoardFeed(publicView(rehearsal.meeting))
    const view = publicView(rehearsal.do(say.decision('we go on')).meeting)
    feed.arrive(view, 1_000)
    const early = feed.due(view, 5_999, DELAY)
    expect(early.view.decisions.map(({ text }) => text)).toEqual(['we halt'])
    expect(early).toMatchObject({ waiting: 1, next: 6_000 })
    const late = feed.due(view, 6_000, DELAY)
    expect(late.view.decisions.map(({ text }) => text)).toEqual(['we halt', 'we go on'])
    expect(late).toMatchObject({ waiting: 0, next: null })
  })

  it('shows a sentence to be read back as long after it was asked for, and takes it off at once', () => {
    const rehearsal = new Rehearsal().do(say.start, say.decision('we halt'))
    const feed = new BoardFeed(publicView(rehearsal.meeting))
    const up = publicView(rehearsal.do({ type: 'readBack', decision: idOf(2) }).meeting)
    feed.arrive(up, 1_000)
    expect(feed.due(up, 5_999, DELAY)).toMatchObject({ view: { readBack: null }, waiting: 2, next: 6_000 })
    expect(feed.due(up, 6_000, DELAY)).toMatchObject({ view: { readBack: { text: 'we halt' } }, next: null })
    const off = publicView(rehearsal.do({ type: 'closeReadBack', answers: null }).meeting)
    feed.arrive(off, 7_000)
    expect(feed.due(off, 7_000, DELAY)).toMatchObject({ view: { readBack: null }, waiting: 0, next: null })
  })

  it('never shows what was taken back in time', () => {
    const rehearsal = busyMeeting()
    const feed = new BoardFeed(publicView(rehearsal.meeting))
    feed.arrive(publicView(rehearsal.do(say.decision('a slip')).meeting), 1_000)
    const view = publicView(rehearsal.do(say.undo).meeting)
    feed.arrive(view, 3_000)
    expect(JSON.stringify(feed.due(view, 60_000, DELAY))).not.toContain('a slip')
  })

  it('shows the old words until a correction has waited as long', () => {
    const rehearsal = busyMeeting()
    const feed = new BoardFeed(publicView(rehearsal.meeting))
    const decision = rehearsal.meeting.decisions[0]?.id ?? idOf(0)
    const draft = { kind: 'decision', text: 'we halt until Friday', at: null } as const
    const view = publicView(rehearsal.do({ type: 'editEntry', entry: decision, draft }).meeting)
    feed.arrive(view, 1_000)
    expect(feed.due(view, 2_000, DELAY).view.decisions.map(({ text }) => text)).toEqual(['we halt'])
    expect(feed.due(view, 6_000, DELAY).view.decisions.map(({ text }) => text)).toEqual([
      'we halt until Friday',
    ])
  })

  it('never shows a first version that was corrected in time', () => {
    const rehearsal = busyMeeting()
    const feed = new BoardFeed(publicView(rehearsal.meeting))
    feed.arrive(publicView(rehearsal.do(say.decision('we hallt')).meeting), 1_000)
    const slip = rehearsal.meeting.decisions.at(-1)?.id ?? idOf(0)
    const draft = { kind: 'decision', text: 'we halt again', at: null } as const
    const view = publicView(rehearsal.do({ type: 'editEntry', entry: slip, draft }).meeting)
    feed.arrive(view, 3_000)
    expect(feed.due(view, 7_000, DELAY).view.decisions.map(({ text }) => text)).toEqual(['we halt'])
    expect(feed.due(view, 8_000, DELAY).view.decisions.map(({ text }) => text)).toEqual([
      'we halt',
      'we halt again',
    ])
  })

  it('goes without names where they are kept off', () => {
    const view = withoutNames(publicView(busyMeeting().meeting))
    expect(JSON.stringify(view)).not.toContain('Amara')
    expect(view.concerns).toHaveLength(1)
  })

  it('is what the room may see, in any history, when nothing is held back', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const rehearsal = new Rehearsal()
        const viewOf = publicViews()
        const feed = new BoardFeed(viewOf(rehearsal.meeting))
        for (const command of commands) {
          rehearsal.try(command)
          const view = viewOf(rehearsal.meeting)
          expect(view).toStrictEqual(publicView(rehearsal.meeting))
          feed.arrive(view, 0)
          expect(feed.due(view, 0, 0)).toStrictEqual({ view, waiting: 0, next: null })
        }
      }),
      { numRuns: 100 },
    )
  })

  it('waits again when it comes back after it was gone', () => {
    const before = busyMeeting()
    const feed = new BoardFeed(publicView(before.meeting))
    const without = publicView({ ...before.meeting, decisions: [] })
    feed.arrive(without, 1_000)
    expect(feed.due(without, 1_000, DELAY).view.decisions).toEqual([])
    const again = publicView(before.meeting)
    feed.arrive(again, 2_000)
    expect(feed.due(again, 2_000, DELAY).view.decisions).toEqual([])
    expect(feed.due(again, 7_000, DELAY).view.decisions).toEqual(again.decisions)
  })
})
