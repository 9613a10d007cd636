import { test } from 'playwright/test'

import { leaveRows, leaveRuntime } from '../results'
import { measurePrompter } from './measure'

const SECONDS = 60
const OPENINGS = 5
const ENTRIES = 60
/** Four movements, what lies between them, and reading traces of some 100 MB. */
const PATIENCE_MS = 1_200_000

test('the movement of the script', async () => {
  test.setTimeout(PATIENCE_MS)
  const { rows, runtime } = await measurePrompter({ seconds: SECONDS, openings: OPENINGS, entries: ENTRIES })
  leaveRuntime(runtime)
  leaveRows('prompter', rows)
})
