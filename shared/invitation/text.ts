import { formatMoment } from '../capture/due'
import type { Meeting } from '../meeting/schema'
import { publicView } from '../meeting/publicView'

/** The invitation as people paste it into a mail: what, when, where, why, agenda, who. Nothing private. */
export function invitationText(meeting: Meeting): string {
  const view = publicView(meeting)
  const when =
    meeting.plannedStart === null
      ? 'Time to follow'
      : `${formatMoment(meeting.plannedStart, meeting.timeZone)} (${meeting.timeZone})`
  const people = meeting.attendees.map(({ name, role }) => (role === '' ? name : `${name} (${role})`))
  const sections = [
    [meeting.title],
    [`When: ${when}`, ...(meeting.place === '' ? [] : [`Where: ${meeting.place}`])],
    [view.bottomLine],
    ['Agenda', ...view.agenda.map((item, index) => `${index + 1}. ${item.title}`)],
    ...(people.length === 0 ? [] : [['Invited', ...people.map((person) => `- ${person}`)]]),
  ]
  return sections.map((lines) => lines.join('\n')).join('\n\n')
}
