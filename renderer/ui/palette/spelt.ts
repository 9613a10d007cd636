import { formatKeys } from '../../../shared/keys/match'

const mac = navigator.userAgent.includes('Mac')

const SPELT: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

/** How a key is written where there is room for its whole name. */
export function spelt(key: string): string {
  return SPELT[key] ?? formatKeys(key, mac)
}
