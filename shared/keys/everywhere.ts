import type { KeyCommand } from './match'

const scope = 'everywhere'

/** Commands with the same keys in every window but the Board. */
export const everywhereKeys = [
  { id: 'palette', label: 'Find anything', keys: ['Mod+K'], scope, typing: true },
  { id: 'keys', label: 'All keys', keys: ['?'], scope },
] as const satisfies readonly KeyCommand[]

export type EverywhereKeyId = (typeof everywhereKeys)[number]['id']
