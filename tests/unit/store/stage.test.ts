import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { changedSlices, Stage } from '../../../electron/stage'
import { boardView, type BoardView } from '../../../shared/meeting/boardView'
import { publicView } from '../../../shared/meeting/publicView'
import { busyMeeting, EPOCH, say, type Rehearsal } from '../../helpers/meetings'

type Told = { readonly event: string; readonly payload: unknown }

let told: Told[] = []
let stage: Stage
let rehearsal: Rehearsal
let clock = 0
beforeEach(() => {
  clock = 0
  told = []
  stage = new Stage((event, payload) => told.push({ event, payload }), {
    now: () => clock,
    moment: () => new Date(EPOCH + clock).toISOString(),
  })
  rehearsal = busyMeeting()
})

/** The meeting as the Board shows it while the presenter is at `place`. */
const shownOf = ({ meeting }: Rehearsal, place: string | null = null) =>
  boardView(publicView(meeting), meeting, place)

/** What the Board shows who has merged every slice it was told. */
function board(): Partial<BoardView> {
  const slices = told
    .filter(({ event }) => event === 'board:changed')
    .map(({ payload }) => payload as { slices: Partial<BoardView> })
  return Object.assign({}, ...slices.map((each) => each.slices)) as Partial<BoardView>
}

describe('the stage', () => {
  it('tells the Board the whole public view first, then only what changed', () => {
    stage.openBoard(rehearsal.meeting)
    expect(board()).toStrictEqual(shownOf(rehearsal))
    told = []
    stage.follow(rehearsal.do(say.decision('we go on')).meeting)
    expect(Object.keys(board())).toEqual(['decisions'])
  })

  it('tells the Board nothing private', () => {
    stage.openBoard(rehearsal.meeting)
    stage.follow(rehearsal.do(say.note('SECRET'), say.parking('SECRET')).meeting)
    expect(JSON.stringify(told)).not.toContain('SECRET')
    expect(JSON.stringify(told)).not.toContain('Calm down')
  })

  it('tells a frozen Board nothing, and all of it when it thaws', () => {
    stage.openBoard(rehearsal.meeting)
    stage.setBoard({ frozen: true })
    const frozen = board()
    stage.follow(rehearsal.do(say.decision('one'), say.decision('two')).meeting)
    expect(board()).toStrictEqual(frozen)
    expect(stage.board.view).toStrictEqual(frozen)
    stage.setBoard({ frozen: false })
    expect(board()).toStrictEqual(shownOf(rehearsal))
    expect(stage.board.view).toStrictEqual(shownOf(rehearsal))
  })

  it('does not show another meeting, nor anything once the Board is closed', () => {
    stage.follow(rehearsal.meeting)
    expect(board()).toEqual({})
    stage.openBoard(rehearsal.meeting)
    stage.follow({ ...rehearsal.meeting, id: '00000000-0000-7000-8000-00000000ffff', title: 'OTHER' })
    stage.closeBoard()
    stage.follow({ ...rehearsal.meeting, title: 'OTHER' })
    expect(JSON.stringify(told)).not.toContain('OTHER')
    expect(stage.board).toEqual({ view: null, frozen: false, blank: false })
    expect(stage.state.board).toBeNull()
  })

  it('finds no change between a view and itself', () => {
    const view = shownOf(rehearsal)
    expect(changedSlices(view, structuredClone(view))).toEqual({})
    expect(changedSlices(null, view)).toStrictEqual(view)
  })

  it('keeps the Board blank in a panic, whatever else is pressed, and then shows what was meant', () => {
    stage.openBoard(rehearsal.meeting)
    stage.setPanic(true)
    expect(stage.state).toMatchObject({ panic: true, boardState: { blank: true } })
    stage.setBoard({ blank: false })
    expect(stage.state.boardState.blank).toBe(true)
    stage.setPanic(false)
    expect(stage.state).toMatchObject({ panic: false, boardState: { blank: false } })
    stage.setBoard({ blank: true })
    stage.setPanic(true)
    stage.setPanic(false)
    expect(stage.state.boardState.blank).toBe(true)
  })

  it('tells the Board no name from the moment names are kept off it', () => {
    const settings = { ...rehearsal.meeting.settings, boardDelay: 10, namesOnBoard: false }
    stage.openBoard(rehearsal.meeting)
    stage.follow(rehearsal.do({ type: 'setSettings', settings }).meeting)
    expect(JSON.stringify(board())).not.toContain('Amara')
  })

  it('tells nothing that the Board knows already', () => {
    stage.openBoard(rehearsal.meeting)
    told = []
    stage.follow(rehearsal.do(say.note('a note'), say.parking('parked')).meeting)
    stage.setBoard({ blank: false })
    expect(told.filter(({ event }) => event === 'board:changed')).toEqual([])
  })

  it('says since when it is frozen and what waits behind that', () => {
    stage.openBoard(rehearsal.meeting)
    clock = 60_000
    stage.setBoard({ frozen: true })
    const since = new Date(EPOCH + 60_000).toISOString()
    expect(stage.state).toMatchObject({ frozenSince: since, behind: { entries: 0, other: false } })
    clock = 120_000
    stage.setBoard({ frozen: true })
    told = []
    stage.follow(rehearsal.do(say.decision('one'), say.action('two'), say.note('none')).meeting)
    expect(stage.state).toMatchObject({ frozenSince: since, behind: { entries: 2, other: false } })
    expect(told.map(({ event }) => event)).toEqual(['stage:changed'])
    stage.follow(rehearsal.do({ type: 'pause' }).meeting)
    expect(stage.state.behind).toEqual({ entries: 2, other: true })
    stage.setBoard({ frozen: false })
    expect(stage.state).toMatchObject({ frozenSince: null, behind: { entries: 0, other: false } })
  })

  it('counts an entry that was taken back behind the freeze as something else, not as a newer one', () => {
    stage.openBoard(rehearsal.do(say.decision('taken back')).meeting)
    stage.setBoard({ frozen: true })
    stage.follow(rehearsal.do(say.undo).meeting)
    expect(stage.state.behind).toEqual({ entries: 0, other: true })
  })

  it('says where its window is, once', () => {
    stage.setBoardWindow({ is: 'minimised', covered: false })
    stage.setBoardWindow({ is: 'minimised', covered: false })
    expect(told).toHaveLength(1)
    expect(stage.state.boardWindow).toEqual({ is: 'minimised', covered: false })
  })
})

describe('the place on the agenda', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const cues = () => rehearsal.meeting.script.map(({ id }) => id)

  it('follows the presenter once they have stayed, and not where they only look', () => {
    const [first = '', second = ''] = cues()
    stage.openBoard(rehearsal.meeting)
    stage.setPlace(rehearsal.meeting.id, first)
    vi.advanceTimersByTime(3_000)
    expect(board()).toStrictEqual(shownOf(rehearsal, first))
    stage.setPlace(rehearsal.meeting.id, second)
    vi.advanceTimersByTime(2_000)
    stage.setPlace(rehearsal.meeting.id, first)
    vi.advanceTimersByTime(9_000)
    expect(board().agendaAt).toBe(first)
  })

  it('is nowhere for another meeting, a cue that is not there, and a Board opened anew', () => {
    const [first = ''] = cues()
    stage.openBoard(rehearsal.meeting)
    stage.setPlace('another', first)
    stage.setPlace(rehearsal.meeting.id, 'no cue')
    vi.advanceTimersByTime(9_000)
    expect(board().agendaAt).toBeNull()
    stage.setPlace(rehearsal.meeting.id, first)
    vi.advanceTimersByTime(9_000)
    stage.closeBoard()
    stage.openBoard(rehearsal.meeting)
    expect(stage.board.view?.agendaAt).toBeNull()
  })

  it('waits behind a freeze', () => {
    const [first = ''] = cues()
    stage.openBoard(rehearsal.meeting)
    stage.setBoard({ frozen: true })
    stage.setPlace(rehearsal.meeting.id, first)
    vi.advanceTimersByTime(9_000)
    expect(board().agendaAt).toBeNull()
    stage.setBoard({ frozen: false })
    expect(board().agendaAt).toBe(first)
  })
})
