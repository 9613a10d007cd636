import { describe, expect, it } from 'vitest'

import { nameDisplays } from '../../../shared/displays/names'
import { displayNews } from '../../../shared/displays/says'
import { laptop, monitor, projector } from './displays'

const both = nameDisplays([laptop, projector])
const alone = nameDisplays([laptop])
const [built, other] = both
const closed = { from: null, to: null }

describe('what is said when displays change', () => {
  it('names the display that has gone, and where its window is now', () => {
    const journeys = {
      prompter: { from: built?.key ?? '', to: alone[0] ?? null },
      board: { from: other?.key ?? '', to: alone[0] ?? null },
    }
    expect(displayNews(both, alone, journeys)).toBe(
      'EPSON PJ is gone. The board has moved to Color LCD. Prompter and board are on one display: share only the board’s window.',
    )
  })

  it('names the display that has come, and says when nothing has moved', () => {
    const journeys = { prompter: { from: built?.key ?? '', to: both[0] ?? null }, board: closed }
    expect(displayNews(alone, both, journeys)).toBe('EPSON PJ is there now. No window has moved.')
    expect(
      displayNews(alone, nameDisplays([laptop, projector, monitor]), { prompter: closed, board: closed }),
    ).toBe('EPSON PJ and DELL U2720Q are there now.')
  })

  it('is nothing when only sizes or places have changed', () => {
    expect(displayNews(both, both, { prompter: closed, board: closed })).toBeNull()
    const small = { x: 1920, y: 0, width: 1280, height: 720 }
    const after = nameDisplays([laptop, { ...projector, bounds: small, workArea: small }])
    expect(displayNews(both, after, { prompter: closed, board: closed })).toBeNull()
  })
})
