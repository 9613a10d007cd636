/** Which Node the project runs on. */
import { Refusal } from './refusal.mjs'

/** True for 20.19 and later of 20, and from 22.12 on. */
export function isSupported(version) {
  const [major, minor] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
}

/** Refuses any other Node with one sentence. */
export function checkNode(version = process.versions.node) {
  if (isSupported(version)) return
  throw new Refusal(
    `Lectern needs Node 20.19 or later of 20, or 22.12 or later; this is Node ${version}: install a newer Node and run the command again.`,
  )
}
