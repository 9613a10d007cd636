import { randomFillSync } from 'node:crypto'

const BYTES = 16
const pool = Buffer.alloc(256 * BYTES)
let used = pool.length

/** 16 random bytes in hexadecimal, never given twice. The system is asked for many at a time: it answers slowly. */
export function nextSalt(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += BYTES
  return pool.toString('hex', used - BYTES, used)
}
