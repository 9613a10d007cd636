import { hostname, userInfo } from 'node:os'

import type { Author } from '../../shared/meeting/schema'

function userName(): string {
  try {
    return userInfo().username
  } catch (error) {
    if (error instanceof Error && 'code' in error) return ''
    throw error
  }
}

/** Who writes until somebody says so: the system's user on this machine. */
export function systemAuthor(): Author {
  return { name: userName() || 'unknown', device: hostname() || 'this computer' }
}
