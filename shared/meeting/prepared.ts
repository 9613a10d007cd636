import { findRoles } from '../capture/people'
import type { Role } from '../playbook/schema'
import type { Objection } from './schema'

/** Whether two texts name one role: they read the same, or are its title and its short form, as `PM`. */
export function isSameRole(one: string, other: string, roles: readonly Role[]): boolean {
  const fold = (text: string) => text.normalize('NFKC').trim().toLowerCase()
  if (one.trim() === '' || other.trim() === '') return false
  if (fold(one) === fold(other)) return true
  const known = findRoles(one, roles)
  return findRoles(other, roles).some((role) => known.includes(role))
}

/**
 * The one of the expected objections that `said` clearly is: its keywords are in it. Those expected of the
 * role of whoever said it come first; where several are left, it is none of them.
 */
export function preparedFor<Expected extends Pick<Objection, 'keywords' | 'role'>>(
  said: string,
  role: string,
  expected: readonly Expected[],
  roles: readonly Role[],
): Expected | null {
  const text = said.toLowerCase()
  const named = expected.filter(({ keywords }) => keywords.some((word) => text.includes(word.toLowerCase())))
  const ofRole = named.filter((each) => isSameRole(each.role, role, roles))
  const [only, another] = ofRole.length > 0 ? ofRole : named
  return another === undefined ? (only ?? null) : null
}
