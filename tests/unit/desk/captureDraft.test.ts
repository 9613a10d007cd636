import { describe, expect, it } from 'vitest'

import { draftToKeep, draftToRestore } from '../../../renderer/state/captureDraft'
import type { Meeting } from '../../../shared/meeting/schema'
import { Rehearsal, say } from '../../helpers/meetings'

const NOW = '2026-11-24T14:00:00.000Z'
const { meeting } = new Rehearsal().do(say.start)

/** The meeting with a note that was sent at this moment, as the first half of its id tells. */
function withNote(text: string, sent: string): Meeting {
  const time = Date.parse(sent).toString(16).padStart(12, '0')
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
  return { ...meeting, notes: [{ id, at: sent, text }] }
}

describe('a line that was begun when the app went down', () => {
  const kept = draftToKeep({ line: 'the room is quiet', asText: [] }, null, [], meeting, NOW)

  it('comes back, also where somebody captured the same words before', () => {
    const before = withNote('the room is quiet', '2026-11-24T13:59:00.000Z')
    expect(draftToRestore(kept, meeting, NOW)).toMatchObject({ line: 'the room is quiet' })
    expect(draftToRestore(kept, before, NOW)).toMatchObject({ line: 'the room is quiet' })
  })

  it('does not come back where it was captured after all', () => {
    const after = withNote('the room is quiet', '2026-11-24T14:00:00.040Z')
    expect(draftToRestore(kept, after, NOW)).toMatchObject({ line: '' })
  })
})
