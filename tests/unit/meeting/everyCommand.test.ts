import { describe, expect, it } from 'vitest'

import { boardView } from '../../../shared/meeting/boardView'
import { commandSchema } from '../../../shared/meeting/commands'
import { publicView } from '../../../shared/meeting/publicView'
import { playbook } from '../../helpers/playbook'
import { EVERY_COMMAND, MARK, ON_BOARD, REFUSED, SEEN, STORY } from '../../helpers/everyCommand'
import { freeTexts, textsOf } from '../../helpers/freeTexts'
import { markPlaybook } from '../../helpers/marked'
import { newMeeting, Rehearsal } from '../../helpers/meetings'

/** What the room may see of what commands say. */
const PUBLIC = new Set([
  '(setDetails).title',
  '(addAttendee).attendee.name',
  '(editAttendee).attendee.name',
  '(addCue).cue(spoken).agenda',
  '(addCue).cue(slot).agenda',
  '(editCue).cue(spoken).agenda',
  '(editCue).cue(slot).agenda',
  '(addTask).text',
  '(editTask).text',
  ...['capture', 'editEntry'].flatMap((type) =>
    ['draft', 'draft(decision)', 'draft(action)'].map((draft) => `(${type}).${draft}.text`),
  ),
])

/** What is read as a date, a range or a name of something, and not kept as it was typed. */
const READ = new Set([
  '(setDetails).timeZone',
  '(setFact).key',
  '(addTask).estimate',
  '(editTask).estimate',
  '(setPlanDate).text',
])

/** What an editor saw is what stands in the meeting anyway. */
const isSeen = (place: string) => /^\(\w+\)\.seen\b/.test(place)

const marked = markPlaybook(playbook(), MARK, ON_BOARD).playbook

/** The meeting of the story, looked at after each of its commands. */
function told(look: (rehearsal: Rehearsal, type: string) => void) {
  const rehearsal = new Rehearsal(newMeeting({ playbook: marked }))
  const texts: (readonly [place: string, text: string])[] = []
  for (const [type, asks] of STORY) {
    for (const asked of asks(rehearsal.meeting)) {
      texts.push(...textsOf(asked))
      expect([type, rehearsal.try(asked).ok]).toEqual([type, !REFUSED.has(type)])
      look(rehearsal, type)
    }
  }
  return { rehearsal, texts }
}

describe('a meeting with a mark in every private text of every command', () => {
  const shown: string[] = []
  const { rehearsal, texts } = told(({ meeting }) =>
    shown.push(JSON.stringify(boardView(publicView(meeting), meeting, meeting.script[0]?.id ?? null))),
  )

  it('tells of every command there is', () => {
    expect(Object.keys(EVERY_COMMAND).toSorted()).toEqual(
      commandSchema.options.map(({ shape }) => shape.type.value).toSorted(),
    )
  })

  it.each(freeTexts(commandSchema).filter((place) => !isSeen(place) && !READ.has(place)))(
    'has it at %s, unless that is public',
    (place) => {
      const here = texts.filter(([where]) => where === place).map(([, text]) => text)
      expect(here).not.toEqual([])
      for (const text of here) expect(text).toContain(PUBLIC.has(place) ? SEEN : MARK)
    },
  )

  it('shows none of it on the Board, at no time', () => {
    expect(shown.length).toBeGreaterThan(60)
    const leaked = shown.flatMap((view) => [...view.matchAll(new RegExp(`.{0,40}${MARK}.{0,20}`, 'g'))])
    expect([...new Set(leaked.map(([around]) => around))]).toEqual([])
    for (const word of ['title', 'agenda', 'task', 'decision', 'action', 'concern', 'Ben'])
      expect(shown.at(-1)).toContain(`${SEEN} ${word}`)
  })

  it('holds it in very many places, so that there is something to show', () => {
    expect(JSON.stringify(rehearsal.meeting).split(MARK).length).toBeGreaterThan(250)
  })
})
