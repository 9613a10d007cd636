import { describe, expect, it } from 'vitest'

import { invitationIcs } from '../../../shared/invitation/ics'
import type { Meeting } from '../../../shared/meeting/schema'
import { meeting } from '../script/meeting'

const MADE = '2026-11-23T10:00:00.000+01:00'

/** The lines of an invitation, unfolded. */
function lines(more: Partial<Meeting>): readonly string[] {
  const made = invitationIcs(meeting(more), MADE)
  if (!made.ok) throw new Error(made.refusal.sentence)
  return made.value.replace(/\r\n /g, '').split('\r\n')
}

describe('the invitation as a calendar file', () => {
  it.each(['UTC', 'Etc/UTC', 'Europe/Berlin', 'Europe/Stockholm', 'Asia/Calcutta', 'America/Buenos_Aires'])(
    'says when in %s, under the name of the zone that is in the file',
    (timeZone) => {
      const ics = lines({ timeZone })
      const start = ics.find((line) => line.startsWith('DTSTART;'))
      const zone = /^DTSTART;TZID=([^:]+):\d{8}T\d{6}$/.exec(start ?? '')?.[1]
      expect(ics).toContain(`TZID:${zone ?? 'none'}`)
      expect(ics.filter((line) => line.startsWith('DTSTAMP'))).toEqual(['DTSTAMP:20261123T090000Z'])
    },
  )

  it('says the hour on the clocks of the zone, half an hour long', () => {
    const ics = lines({})
    expect(ics).toContain('DTSTART;TZID=Europe/Berlin:20261125T090000')
    expect(ics).toContain('DTEND;TZID=Europe/Berlin:20261125T093000')
  })

  it('refuses a meeting without a planned start', () => {
    expect(invitationIcs(meeting({ plannedStart: null }), MADE)).toMatchObject({
      ok: false,
      refusal: { path: 'plannedStart' },
    })
  })

  it('invites those with an address, and lets nothing private out', () => {
    const attendee = { role: '', organisation: '', present: [] }
    const ics = lines({
      attendees: [
        { ...attendee, id: '00000000-0000-7000-8000-000000000001', name: 'Dana', email: 'dana@x.example' },
        { ...attendee, id: '00000000-0000-7000-8000-000000000002', name: 'Nobody', email: '' },
      ],
    }).join('\n')
    expect(ics).toContain('dana@x.example')
    expect(ics.match(/^ATTENDEE/gm)).toHaveLength(1)
    expect(ics).not.toContain('Private')
  })
})
