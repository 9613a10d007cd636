import { useLayoutEffect, useRef } from 'react'

import type { Axis } from '../../shared/plan/timeline'

/** Where a moment lies on an axis, from 0 to 1. */
export function shareOf({ from, to }: Axis, moment: number): number {
  return (moment - from) / (to - from)
}

/** Gives an element numbers as custom properties of its style: the page's rules allow no style attributes. */
export function useShares(shares: Readonly<Record<string, number>>) {
  const ref = useRef<HTMLSpanElement | null>(null)
  useLayoutEffect(() => {
    for (const [name, share] of Object.entries(shares))
      ref.current?.style.setProperty(`--${name}`, String(share))
  })
  return ref
}
