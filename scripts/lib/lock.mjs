/** A lock that holds between processes: a folder, with the owner's process number in it. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from './refusal.mjs'

const held = new Set()
process.on('exit', () => {
  for (const folder of held) rmSync(folder, { recursive: true, force: true })
})

/** True when the lock's owner is gone: its process ended, or it died before it wrote its number. */
export function isStale(folder, now = Date.now()) {
  try {
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    if (pid > 0) return !isAlive(pid)
  } catch {
    // no number yet: judged by age below
  }
  try {
    return now - statSync(folder).mtimeMs > 10_000
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Runs the task while no other process holds the same lock; waits for its turn up to the limit. */
export async function withLock(folder, task, { limitMs = 15 * 60_000, pollMs = 100 } = {}) {
  const began = Date.now()
  mkdirSync(dirname(folder), { recursive: true })
  for (;;) {
    try {
      mkdirSync(folder)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isStale(folder)) {
      rmSync(folder, { recursive: true, force: true })
      continue
    }
    if (Date.now() - began > limitMs) {
      throw new Refusal(
        `Another command has been busy for long; end it, or remove the folder ${folder}, and try again.`,
      )
    }
    await wait(pollMs)
  }
  held.add(folder)
  try {
    writeFileSync(join(folder, 'pid'), String(process.pid))
    return await task()
  } finally {
    rmSync(folder, { recursive: true, force: true })
    held.delete(folder)
  }
}
