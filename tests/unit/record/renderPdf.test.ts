import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import type { Command } from '../../../shared/meeting/commands'
import type { RecordFile } from '../../../shared/record/schema'
import type { Paper } from '../../../shared/record/signatureFields'
import {
  after,
  agreed,
  attendee,
  created,
  joined,
  MADE_AT,
  meetingOf,
  ordinary,
  RESOURCES,
  started,
  uuid,
  type Made,
} from './meetings'
import { Rehearsal, say } from '../../helpers/meetings'
import { onRecord, recordOf } from '../../helpers/records'
import { canCheckPdf, canReadPdf, inTheClear, packedText } from './pdf'
import { draftOf, revisionOf, scribble } from './records'

const signers = [{ name: 'Priya Nair', role: 'Product Manager' }]
const render = (file: RecordFile, paper: Paper = 'A4', madeAt = MADE_AT) =>
  renderPdf({ file, madeAt, paper, resources: RESOURCES })

const SECRET = (text: string) => (text === '' ? 'SECRETpart' : `SECRET ${text}`)

/** The same meeting with private text marked wherever a meeting keeps some. */
function withSecrets({ meeting, log }: Made): Made {
  const marked = {
    ...meeting,
    attendees: meeting.attendees.map((person) => ({ ...person, email: 'SECRET@mail.example' })),
    facts: meeting.facts.map((fact) => ({ ...fact, source: 'SECRETsource', help: 'SECREThelp' })),
    script: meeting.script.map((cue) => ({
      ...cue,
      heading: SECRET(cue.heading),
      ...(cue.kind === 'spoken' ? { text: SECRET(cue.text), mustSay: ['SECRETphrase'] } : {}),
    })),
    objections: meeting.objections.map((objection) => ({
      ...objection,
      keywords: ['SECRETkeyword'],
      text: objection.at === null ? SECRET(objection.text) : objection.text,
      response: {
        sayFirst: 'SECRETsay',
        evidence: 'SECRETevidence',
        questionBack: 'SECRETback',
        doNotSay: 'SECRETnot',
      },
    })),
    playbook: {
      ...meeting.playbook,
      tips: [{ id: 'tip', text: 'SECRETtip' }],
      purpose: 'SECRETpurpose',
      glossary: [{ id: 'term', term: 'SECRETterm', definition: 'SECRETdefinition' }],
    },
  }
  return { meeting: marked, log }
}

describe('renderPdf', () => {
  it('gives the same bytes for the same input, wherever the machine is', async () => {
    const zone = process.env.TZ
    const file = revisionOf(ordinary(), { signers, marks: [['Ann', '', scribble()]] })
    try {
      process.env.TZ = 'America/New_York'
      const first = await render(file)
      process.env.TZ = 'Asia/Tokyo'
      const second = await render(structuredClone(file))
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('prints a revision as of the moment it was fixed, whenever that is done', async () => {
    const file = revisionOf(ordinary())
    const [now, later] = [await render(file), await render(file, 'A4', '2031-01-01T00:00:00.000Z')]
    expect(Buffer.compare(now.bytes, later.bytes)).toBe(0)
    const draft = draftOf(ordinary())
    const drafts = [await render(draft), await render(draft, 'A4', '2031-01-01T00:00:00.000Z')]
    expect(Buffer.compare(drafts[0]?.bytes ?? now.bytes, drafts[1]?.bytes ?? now.bytes)).not.toBe(0)
  })

  it('tells how far it is, from little to all', async () => {
    const shares: number[] = []
    const input = {
      file: revisionOf(ordinary()),
      madeAt: MADE_AT,
      paper: 'A4',
      resources: RESOURCES,
    } as const
    await renderPdf(input, (share) => shares.push(share))
    expect(shares.length).toBeGreaterThan(20)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([shares[0], shares.at(-1)]).toEqual([expect.toSatisfy((share: number) => share < 0.2), 1])
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
  })

  it('renders meetings with nothing and with very much in them', async () => {
    const long = attendee(1, 'Wolfeschlegelsteinhausenbergerdorff'.repeat(8), 'Role'.repeat(70))
    expect((await render(draftOf(meetingOf([created()])))).bytes.length).toBeGreaterThan(5000)
    const made = meetingOf([
      created('T'.repeat(300)),
      joined(long),
      started,
      ...Array.from({ length: 60 }, (_, index) =>
        agreed(3, index, 'x'.repeat(index * 10 + 1), uuid(101), after(9)),
      ),
    ])
    expect((await render(revisionOf(made, { signers: [long, long] }))).bytes.length).toBeGreaterThan(5000)
  })

  it.skipIf(!canCheckPdf)('holds no private text that the log has (skipped: needs qpdf)', async () => {
    const response = {
      sayFirst: 'SECRETsay',
      evidence: 'SECRETev',
      questionBack: 'SECRETback',
      doNotSay: 'SECRETno',
    }
    const kind = 'objection' as const
    const prepared = { kind, role: 'SECRETrole', keywords: ['SECRETkey'], key: null }
    const cue = { kind: 'spoken', agenda: 'Public title', timebox: 2 } as const
    const secret = {
      heading: 'SECRETheading',
      text: 'SECRETmust SECRETtext',
      mustSay: ['SECRETmust'],
      tips: ['SECRETtip'],
    }
    const person = { name: 'Ann', role: 'CTO', organisation: 'Northlight', email: 'SECRET@mail.example' }
    const prepare = (): Command[] => [
      say.fact('bug', 'a leak', 'SECRETsource'),
      { type: 'addExpected', objection: { ...prepared, text: 'SECREToffice', response } },
      { type: 'addCue', cue: { ...cue, ...secret }, position: 0 },
      { type: 'addAttendee', attendee: person },
    ]
    const made = new Rehearsal().do(
      ...prepare(),
      say.start,
      ...prepare(),
      say.note('SECRETslip'),
      say.undo,
      say.end,
    )
    made.do(onRecord.finalise())
    for (const file of [draftOf(made), recordOf(made)]) {
      const clear = inTheClear((await render(file)).bytes)
      expect(clear).toContain('Northlight')
      expect(clear).not.toContain('SECRET')
    }
  })

  it.skipIf(!canCheckPdf || !canReadPdf)(
    'holds no private text, not even out of sight (skipped: needs qpdf and poppler-utils)',
    async () => {
      for (const file of [
        draftOf(withSecrets(ordinary())),
        revisionOf(withSecrets(ordinary()), { signers }),
      ]) {
        const { bytes } = await render(file)
        expect(inTheClear(bytes)).not.toContain('SECRET')
        expect(packedText(bytes)).not.toMatch(/SECRET|private\d@/)
      }
    },
  )
})
