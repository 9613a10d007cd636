import { pathText } from '../../shared/meeting/file'
import { playbookSchema, type Playbook } from '../../shared/playbook/schema'

/** What is no text that anybody reads: ids, keys, kinds. */
const NO_TEXT = [/^(format|id|language)$/, /(^|\.)(id|kind|figure|task|objection|role|key|rollback)$/]

/**
 * A playbook with a mark in every text of it but those at the places that are public, and the places it went to.
 * Must-say phrases stay parts of their text.
 */
export function markPlaybook(
  playbook: Playbook,
  mark: string,
  isPublic: readonly RegExp[],
): { readonly playbook: Playbook; readonly places: readonly string[] } {
  const kept = [...NO_TEXT, /^script\[\d+\]\.tips\[\d+\]$/, ...isPublic]
  const places: string[] = []
  const walk = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (Array.isArray(value)) return value.map((inner, index) => walk(inner, [...path, index]))
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([key, inner]) => [key, walk(inner, [...path, key])])
      return Object.fromEntries(entries)
    }
    const place = pathText(path)
    if (typeof value !== 'string' || kept.some((pattern) => pattern.test(place))) return value
    places.push(place)
    return place.includes('mustSay') ? mark : `${mark} ${value}`
  }
  return { playbook: playbookSchema.parse(walk(playbook, [])), places }
}
