import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { type Cue, playbookSchema } from '../../../shared/playbook/schema'

const file = new URL('../../../resources/playbooks/critical-release-halt.json', import.meta.url)
const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
const playbook = playbookSchema.parse(stored)

const spoken = playbook.script.filter((cue) => cue.kind === 'spoken')
const answers = playbook.objections.flatMap(({ response }) => [
  response.sayFirst,
  response.evidence,
  response.questionBack,
])

/** The words as a presenter says them: directions left out, every blank filled with its example. */
function saidAloud(text: string): string {
  return text
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll('{{greeting}}', 'Good afternoon')
    .replaceAll(
      /\{\{(\w+)\}\}/g,
      (blank, key: string) => playbook.facts.find((fact) => fact.key === key)?.example ?? blank,
    )
    .trim()
}

const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length
const sentences = (text: string) => saidAloud(text).split(/(?<=[.?!])\s+|\n\n+/)

describe('the critical release halt', () => {
  it('is stored exactly as the schema reads it', () => {
    expect(playbook).toEqual(stored)
    expect(playbook.id).toBe('critical-release-halt')
    expect(playbook.title).toBe('Critical release halt')
  })

  it('has every blank of the brief', () => {
    expect(playbook.facts.map((fact) => fact.key)).toEqual([
      'bug',
      'consequence',
      'evidence',
      'impact',
      'fix',
      'fixTime',
      'retestTime',
      'retests',
      'costOfInaction',
      'mitigations',
      'assurance',
      'monitoring',
      'originalRelease',
      'newRelease',
      'rollback',
    ])
  })

  it('shows the plan’s figures in the four blanks that are not typed twice', () => {
    expect(
      Object.fromEntries(playbook.facts.flatMap((fact) => (fact.plan ? [[fact.key, fact.plan]] : []))),
    ).toEqual({
      fixTime: { figure: 'estimate', task: 'fix' },
      retestTime: { figure: 'estimate', task: 'retest' },
      originalRelease: { figure: 'originalDate' },
      newRelease: { figure: 'newDate' },
    })
  })

  it('uses every blank where it is read aloud', () => {
    const read = [...spoken.map((cue) => cue.text), ...answers].join('\n')
    expect(
      playbook.facts.filter((fact) => !read.includes(`{{${fact.key}}}`)).map((fact) => fact.key),
    ).toEqual([])
  })

  it('has labels that cannot be mistaken for each other', () => {
    const labels = playbook.facts.map((fact) => fact.label.toLowerCase())
    const mistakable = labels.filter((label, index) =>
      labels.some((other, place) => place !== index && other.includes(label)),
    )
    expect(mistakable).toEqual([])
  })

  it('keeps the order of the brief', () => {
    expect(playbook.script.map((cue) => (cue.kind === 'slot' ? `slot: ${cue.objection}` : cue.id))).toEqual([
      'opening',
      'slot: deadline',
      'bridge',
      'plan',
      'slot: sprint',
      'slot: confidence',
      'slot: ship-now',
      'recommendation',
      'close',
    ])
    expect(playbook.objections.map(({ key, role }) => [key, role])).toEqual([
      [1, 'product'],
      [2, 'devops'],
      [3, 'engineering'],
      [4, 'sponsor'],
    ])
  })

  it('has four stakes, four checks, ten terms and seven tips, each once', () => {
    const lists = [playbook.stakes, playbook.checklist, playbook.glossary, playbook.tips]
    expect(lists.map((list) => list.length)).toEqual([4, 4, 10, 7])
    expect(lists.map((list) => new Set(list.map((item) => item.id)).size)).toEqual([4, 4, 10, 7])
  })

  it('shows every tip at a cue', () => {
    const used = new Set(playbook.script.flatMap((cue) => cue.tips))
    expect(playbook.tips.map((tip) => tip.id).filter((id) => !used.has(id))).toEqual([])
  })

  it('tells the room nothing about who is expected to object', () => {
    const telling = [
      ...playbook.roles.map((role) => role.title),
      'objection',
      'expected',
      'pushback',
      'sponsor',
    ]
    const agenda = playbook.script.map((cue) => cue.agenda.toLowerCase())
    expect(new Set(agenda).size).toBe(playbook.script.length)
    expect(agenda.filter((title) => telling.some((word) => title.includes(word.toLowerCase())))).toEqual([])
  })
})

describe('the wording', () => {
  it('takes about three to four minutes at 150 words a minute', () => {
    const words = countWords(spoken.map((cue) => saidAloud(cue.text)).join('\n'))
    expect(words).toBeGreaterThanOrEqual(450)
    expect(words).toBeLessThanOrEqual(600)
  })

  it('has no sentence of 30 words or more', () => {
    const all = [...spoken.map((cue) => cue.text), ...answers].flatMap(sentences)
    expect(all.length).toBeGreaterThan(80)
    expect(all.filter((sentence) => countWords(sentence) >= 30)).toEqual([])
  })

  it('has mostly sentences of 18 words or fewer', () => {
    const all = spoken.flatMap((cue) => sentences(cue.text))
    expect(all.filter((sentence) => countWords(sentence) > 18).length / all.length).toBeLessThan(0.1)
  })

  it.each(spoken)('marks one to three phrases to say in "$heading", each said once', (cue) => {
    expect(cue.mustSay.length).toBeGreaterThanOrEqual(1)
    expect(cue.mustSay.length).toBeLessThanOrEqual(3)
    const said = saidAloud(cue.text)
    expect(cue.mustSay.filter((phrase) => said.split(phrase).length !== 2)).toEqual([])
  })
})

/** Where the schema finds fault, as `path: message`. */
function faults(changed: unknown): string[] {
  const result = playbookSchema.safeParse(changed)
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

/** The playbook with its cue number `place` replaced. */
function withCue(place: number, change: (cue: Cue) => unknown): unknown {
  return { ...playbook, script: playbook.script.map((cue, index) => (index === place ? change(cue) : cue)) }
}

describe('a playbook with a planted fault is refused', () => {
  it.each([
    [
      'script.0.text',
      withCue(0, (cue) => (cue.kind === 'slot' ? cue : { ...cue, text: `${cue.text} {{nobody}}` })),
    ],
    ['bottomLine', { ...playbook, bottomLine: 'Stop: {{nobody}}.' }],
    [
      'stakes.0.text',
      { ...playbook, stakes: playbook.stakes.map((stake) => ({ ...stake, text: '{{nobody}}' })) },
    ],
    [
      'objections.0.response.doNotSay',
      {
        ...playbook,
        objections: playbook.objections.map((one) => ({
          ...one,
          response: { ...one.response, doNotSay: '{{nobody}}' },
        })),
      },
    ],
  ])('unknown blank in %s', (path, changed) => {
    expect(faults(changed)).toContain(`${path}: has the unknown blank {{nobody}}`)
  })

  it('unknown tip', () => {
    expect(faults(withCue(1, (cue) => ({ ...cue, tips: ['nobody'] })))).toEqual([
      'script.1.tips: names the unknown tip "nobody"',
    ])
  })

  it('unknown objection, role and task', () => {
    expect(faults(withCue(1, (cue) => ({ ...cue, objection: 'nobody' })))).toEqual([
      'script.1.objection: names the unknown objection "nobody"',
    ])
    expect(faults({ ...playbook, roles: playbook.roles.filter((role) => role.id !== 'devops') })).toEqual([
      'objections.1.role: names the unknown role "devops"',
    ])
    expect(
      faults({ ...playbook, plan: { tasks: playbook.plan.tasks.filter((task) => task.id !== 'fix') } }),
    ).toEqual(['facts.5.plan: names the unknown task "fix"'])
  })

  it('doubled fact key', () => {
    expect(faults({ ...playbook, facts: [...playbook.facts, playbook.facts[0]] })).toEqual([
      'facts.15: "bug" is there twice',
    ])
  })

  it('must-say phrase that is not in the text', () => {
    expect(faults(withCue(0, (cue) => ({ ...cue, mustSay: ['Ship it anyway'] })))).toEqual([
      'script.0.mustSay: "Ship it anyway" is not in the text',
    ])
  })

  it('doubled response key', () => {
    const objections = playbook.objections.map((one) => (one.id === 'ship-now' ? { ...one, key: 2 } : one))
    expect(faults({ ...playbook, objections })).toEqual(['objections.3: "2" is there twice'])
  })
})
