import type { Attendee } from '../../../shared/meeting/schema'
import type { Role } from '../../../shared/playbook/schema'

/** An attendee whose id ends in `number`. */
export function attendee(number: number, name: string, role = ''): Attendee {
  const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
  return { id, name, role, organisation: '', email: '', present: [] }
}

export const dana = attendee(1, 'Dana Fox', 'Product Manager')
export const dev = attendee(2, 'Jean-Luc Łukasz', 'DevOps Lead')
export const max = attendee(3, 'Max Power', 'Engineering Lead')
export const other = attendee(4, 'Max Müller', 'Tester')
export const attendees: readonly Attendee[] = [dana, dev, max, other]

export const roles: readonly Role[] = [
  { id: 'product', title: 'Product Manager', short: ['pm', 'product'], optional: false },
  { id: 'devops', title: 'DevOps Lead', short: ['devops', 'ops'], optional: false },
  { id: 'engineering', title: 'Engineering Lead', short: ['eng'], optional: false },
  { id: 'sponsor', title: 'Executive Sponsor', short: ['exec'], optional: true },
]

/** What lines are read against: Monday 23 November 2026, 14:05 in Berlin. */
export const context = { now: '2026-11-23T14:05:00.000+01:00', timeZone: 'Europe/Berlin', attendees, roles }
