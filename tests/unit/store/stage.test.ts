import { beforeEach, describe, expect, it } from 'vitest'

import { changedSlices, Stage } from '../../../electron/stage'
import { publicView, type PublicView } from '../../../shared/meeting/publicView'
import { busyMeeting, say, type Rehearsal } from '../../helpers/meetings'

type Told = { readonly event: string; readonly payload: unknown }

let told: Told[] = []
let stage: Stage
let rehearsal: Rehearsal
beforeEach(() => {
  told = []
  stage = new Stage(
    (event, payload) => told.push({ event, payload }),
    () => 0,
  )
  rehearsal = busyMeeting()
})

/** What the Board shows who has merged every slice it was told. */
function board(): Partial<PublicView> {
  const slices = told
    .filter(({ event }) => event === 'board:changed')
    .map(({ payload }) => payload as { slices: Partial<PublicView> })
  return Object.assign({}, ...slices.map((each) => each.slices)) as Partial<PublicView>
}

describe('the stage', () => {
  it('tells the Board the whole public view first, then only what changed', () => {
    stage.openBoard(rehearsal.meeting)
    expect(board()).toStrictEqual(publicView(rehearsal.meeting))
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
    expect(board()).toStrictEqual(publicView(rehearsal.meeting))
    expect(stage.board.view).toStrictEqual(publicView(rehearsal.meeting))
  })

  it('does not show another meeting, nor anything once the Board is closed', () => {
    stage.follow(rehearsal.meeting)
    expect(board()).toEqual({})
    stage.openBoard(rehearsal.meeting)
    stage.follow({ ...rehearsal.meeting, id: '00000000-0000-7000-8000-00000000ffff', title: 'OTHER' })
    stage.closeBoard()
    stage.follow({ ...rehearsal.meeting, title: 'OTHER' })
    expect(JSON.stringify(told)).not.toContain('OTHER')
    expect(stage.board).toEqual({ view: null, blank: false })
    expect(stage.state.board).toBeNull()
  })

  it('finds no change between a view and itself', () => {
    const view = publicView(rehearsal.meeting)
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
})
