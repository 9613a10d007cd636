import { withItemAdded, withItemEdited } from './concurrent'
import type { Body, Captured } from './entries'
import { moved } from './lists'
import { sameJson } from './sameJson'
import type { Attendee, Meeting } from './schema'
import { broughtAbout, leftBy } from './subjects'

type PeopleBody = Extract<Body, { type: `attendee.${'added' | 'edited' | 'removed' | 'moved'}` }>

/** The ids of everybody whom what was captured names: raised by, owner, or where they stand on a decision. */
export function namedPeople(meeting: Meeting): ReadonlySet<string> {
  const { objections, actions, parkingLot, decisions } = meeting
  return new Set(
    [
      ...objections.map(({ who }) => who),
      ...actions.map(({ owner }) => owner),
      ...parkingLot.map(({ owner }) => owner),
      ...decisions.flatMap(({ positions }) => positions.map(({ attendee }) => attendee)),
    ].filter((id) => id !== null),
  )
}

function personOf({ item }: Captured): readonly string[] {
  const person = 'who' in item ? item.who : 'owner' in item ? item.owner : null
  return person === null ? [] : [person]
}

/** The ids of the people whom an entry of the log speaks of. */
export function peopleOf(body: Body): readonly string[] {
  const told = broughtAbout(body)
  const captured = leftBy(told)
  if (captured !== null) return personOf(captured)
  if ('attendee' in told) return [told.attendee]
  const positions = 'details' in told && 'positions' in told.details ? told.details.positions : []
  return ('positions' in told ? told.positions : positions).map(({ attendee }) => attendee)
}

/** The meeting with everybody on the list again whom another copy took off it and an entry speaks of. */
export function withPeopleOf(meeting: Meeting, body: Body): Meeting {
  const { attendees, formerAttendees } = meeting
  if (formerAttendees.length === 0) return meeting
  const named = new Set(peopleOf(body))
  const back = formerAttendees.filter(({ id }) => named.has(id))
  if (back.length === 0) return meeting
  return {
    ...meeting,
    attendees: [...attendees, ...back],
    formerAttendees: formerAttendees.filter(({ id }) => !named.has(id)),
  }
}

/** Who was changed elsewhere, or is named by what was captured elsewhere, stays. */
function withoutPerson(meeting: Meeting, removed: Attendee): Meeting {
  const { attendees, formerAttendees } = meeting
  const stands = attendees.find(({ id }) => id === removed.id)
  if (stands === undefined || !sameJson(stands, removed) || namedPeople(meeting).has(removed.id))
    return meeting
  return {
    ...meeting,
    attendees: attendees.filter((person) => person !== stands),
    formerAttendees: [...formerAttendees, stands],
  }
}

/** The meeting after its list of people changed. Pure and total. */
export function changePeople(meeting: Meeting, body: PeopleBody): Meeting {
  const { attendees, formerAttendees } = meeting
  switch (body.type) {
    case 'attendee.removed':
      return withoutPerson(meeting, body.item)
    case 'attendee.moved':
      return { ...meeting, attendees: moved(attendees, body.id, body.to) }
    case 'attendee.added':
    case 'attendee.edited':
      return {
        ...meeting,
        attendees:
          body.type === 'attendee.added'
            ? withItemAdded(attendees, body.item, body.position)
            : withItemEdited(attendees, body.item, body.was),
        formerAttendees: formerAttendees.filter(({ id }) => id !== body.item.id),
      }
  }
}
