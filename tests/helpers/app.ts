import { test as base } from 'playwright/test'

import { Lectern } from './lectern'
import type { Fault } from './watch'

export { expect } from 'playwright/test'
export type { Lectern } from './lectern'

type Options = {
  /** Faults a test provokes on purpose; any other fails it. */
  readonly provoked: RegExp
  /** Switches of Chromium that the app is started with besides its own. */
  readonly more: readonly string[]
}

type Fixtures = {
  /** The app on a data folder of its own, running. The test fails on any fault seen while it ran. */
  readonly lectern: Lectern
}

/** Matches nothing. */
const NONE = /(?!)/

function unprovoked(faults: readonly Fault[], provoked: RegExp): readonly string[] {
  return faults.map(({ what, text }) => `${what}: ${text}`).filter((fault) => !provoked.test(fault))
}

/** A test on the real app. It fails on every page error, console error or warning, and network request. */
export const test = base.extend<Fixtures & Options>({
  provoked: [NONE, { option: true }],
  more: [[], { option: true }],
  lectern: async ({ provoked, more }, use) => {
    const lectern = new Lectern(undefined, more)
    try {
      await lectern.start()
      await use(lectern)
      await lectern.close()
      base.expect(unprovoked(lectern.faults, provoked), 'faults while the app ran').toEqual([])
    } finally {
      await lectern.dispose()
    }
  },
})
