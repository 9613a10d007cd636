import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keeps what no code expected in `lectern.log` in the data folder instead of showing a stack trace:
 * the meeting goes on, and the reason can be found afterwards. Returns what writes to that log.
 */
export function keepFaults(root: string): (fault: unknown) => void {
  const file = join(root, 'lectern.log')
  const keep = (fault: unknown) => {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
    try {
      appendFileSync(file, `${new Date().toISOString()} ${text}\n`)
    } catch {
      process.stderr.write(`${text}\n`)
    }
  }
  process.on('uncaughtException', keep)
  process.on('unhandledRejection', keep)
  return keep
}
