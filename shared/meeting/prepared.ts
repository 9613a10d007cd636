import { findRoles } from '../capture/people'
import type { Role } from '../playbook/schema'

/** Whether two texts name one role: they read the same, or are its title and its short form, as `PM`. */
export function isSameRole(one: string, other: string, roles: readonly Role[]): boolean {
  const fold = (text: string) => text.normalize('NFKC').trim().toLowerCase()
  if (one.trim() === '' || other.trim() === '') return false
  if (fold(one) === fold(other)) return true
  const known = findRoles(one, roles)
  return findRoles(other, roles).some((role) => known.includes(role))
}
