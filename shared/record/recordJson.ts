/** A record as text: the one way it is attached to its PDF and exported. */
export function recordJson(file: unknown): string {
  return `${JSON.stringify(file, null, 2)}\n`
}
