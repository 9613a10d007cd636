import { inflateSync } from 'node:zlib'

import type { Inflate } from '../../shared/pdf/filters'

/** Unpacks zlib data with Node's zlib, and stops at `most` bytes. */
export const inflateNode: Inflate = (data, most) => {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
