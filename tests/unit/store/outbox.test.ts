import { describe, expect, it } from 'vitest'

import { outboxFor } from '../../../electron/store/outbox'
import type { SnapshotRequest } from '../../../electron/store/snapshotWorker'
import { busyMeeting } from '../../helpers/meetings'

const [first] = busyMeeting().log
const entries = Array.from({ length: 1_001 }, (_, index) => ({ ...(first as typeof first & object), index }))

const numbers = (messages: readonly SnapshotRequest[]): readonly unknown[] =>
  messages.flatMap((message): readonly unknown[] =>
    message.type === 'add' ? message.entries.map((entry) => (entry as { index?: number }).index) : ['write'],
  )

describe('what is handed to a snapshot worker', () => {
  it('keeps its order, and a long log goes in portions with turns between them', async () => {
    const posted: SnapshotRequest[] = []
    const outbox = outboxFor((message) => posted.push(message), entries.slice(0, 1_000))
    outbox.write(1)
    outbox.add(entries.slice(1_000))
    outbox.write(2)
    expect(posted).toHaveLength(1)
    await expect.poll(() => posted.at(-1)).toEqual({ type: 'write', request: 2 })
    const all = entries.map(({ index }) => index)
    expect(numbers(posted)).toEqual([...all.slice(0, 1_000), 'write', 1_000, 'write'])
    expect(posted.length).toBeGreaterThan(6)
  })

  it('goes at once when nothing waits', () => {
    const posted: SnapshotRequest[] = []
    outboxFor((message) => posted.push(message), []).add(entries.slice(0, 2))
    expect(numbers(posted)).toEqual([0, 1])
  })
})
