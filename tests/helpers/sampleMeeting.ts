import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { ROOT } from './paths'

const sampleSchema = z.object({
  title: z.string(),
  place: z.string(),
  timeZone: z.string(),
  plannedStart: z.string(),
  author: z.object({ name: z.string(), device: z.string() }),
  facts: z.record(z.string(), z.string()),
  attendees: z.array(
    z.object({ name: z.string(), role: z.string(), organisation: z.string(), email: z.string() }),
  ),
  captures: z.array(z.string()),
})
export type SampleMeeting = Readonly<z.infer<typeof sampleSchema>>

/** The meeting of the demo: a memory leak found by load tests before release 4.2. */
export function sampleMeeting(): SampleMeeting {
  return sampleSchema.parse(
    JSON.parse(readFileSync(join(ROOT, 'tests', 'fixtures', 'sample-meeting.json'), 'utf8')),
  )
}
