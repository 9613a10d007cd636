import { ariaKeys, formatKeys } from '../../shared/keys/match'

const mac = navigator.userAgent.includes('Mac')

/** The key of a control, small and for the eye only; `ariaShortcut` tells it to screen readers. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className="keys" aria-hidden="true">
      {formatKeys(keys, mac)}
    </kbd>
  )
}

/** The value of `aria-keyshortcuts` for these keys. */
export function ariaShortcut(keys: readonly string[]): string {
  return ariaKeys(keys, mac)
}
