import { describe, expect, test } from 'vitest'

import { playbookSchema } from '../../../shared/playbook/schema'
import { responseParts, scriptCues } from '../../../shared/script/cues'
import { missingFacts } from '../../../shared/script/fill'
import builtIn from '../../../resources/playbooks/critical-release-halt.json'
import { expected, fact, meeting, now, slot, spoken } from './meeting'

describe('scriptCues', () => {
  const script = [
    spoken(
      'opening',
      '{{greeting}}. We stop {{bug}}.\n\n[Wait.]',
      ['We stop {{bug}}'],
      ['data', 'calm', 'gone'],
    ),
    slot('first', 'deadline'),
    slot('second', 'gone'),
  ]
  const facts = [fact('bug', 'the leak'), fact('evidence', '')]
  const cues = scriptCues(meeting({ facts, script, objections: [expected] }), now)

  test('are numbered, filled, counted and have their tips', () => {
    expect(cues[0]).toEqual({
      id: 'opening',
      number: 1,
      heading: 'Private opening',
      agenda: 'Public opening',
      kind: 'spoken',
      paragraphs: [
        [
          { kind: 'filled', text: 'Good morning', key: 'greeting' },
          { kind: 'text', text: '. ' },
          { kind: 'text', text: 'We stop ', mustSay: true, phrase: 'We stop {{bug}}' },
          { kind: 'filled', text: 'the leak', key: 'bug', mustSay: true, phrase: 'We stop {{bug}}' },
          { kind: 'text', text: '.' },
        ],
        [{ kind: 'direction', text: 'Wait.' }],
      ],
      words: 6,
      tips: ['Show data.', 'Stay calm.'],
      objection: null,
      timebox: 2,
    })
    expect(cues.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('a slot is empty, also once its response was shown', () => {
    expect(cues[1]).toMatchObject({ kind: 'slot', paragraphs: [], words: 0, objection: expected })
    expect(cues[2]).toMatchObject({ kind: 'slot', paragraphs: [], words: 0, objection: null })
    const responsesShown = [{ objection: expected.id, at: now }]
    const after = meeting({ facts, script, objections: [expected], responsesShown })
    expect(scriptCues(after, now)).toEqual(cues)
  })
})

test('responseParts fills all four parts', () => {
  const small = meeting({ facts: [fact('evidence', 'load tests'), fact('secret', '')] })
  if (expected.response === null) throw new TypeError('The fixture has a response')
  expect(responseParts(expected.response, small, now)).toEqual({
    sayFirst: [
      [
        { kind: 'text', text: 'We see the urgency. ' },
        { kind: 'direction', text: 'Nod.' },
      ],
    ],
    evidence: [
      [
        { kind: 'text', text: 'We ran ' },
        { kind: 'filled', text: 'load tests', key: 'evidence' },
        { kind: 'text', text: '.' },
      ],
    ],
    questionBack: [[{ kind: 'text', text: 'What would help?' }]],
    doNotSay: [
      [
        { kind: 'text', text: 'Never say ' },
        { kind: 'missing', text: 'The secret', key: 'secret' },
        { kind: 'text', text: '.' },
      ],
    ],
  })
})

describe('the built-in release halt', () => {
  const playbook = playbookSchema.parse(builtIn)
  const blank = {
    ...meeting({ script: playbook.script }),
    playbook,
    facts: playbook.facts.map((each) => ({ ...each, value: '', source: '', at: null })),
    objections: playbook.objections.map((each) => ({ ...expected, ...each, at: null })),
  }
  const filled = {
    ...blank,
    facts: blank.facts.map((each) => ({ ...each, value: each.kind === 'date' ? now : each.example })),
  }

  test('names every fact somewhere aloud, and none is missing once filled', () => {
    expect(missingFacts(blank).map(({ key }) => key)).toEqual(playbook.facts.map(({ key }) => key))
    expect(missingFacts(filled)).toEqual([])
    const spans = scriptCues(filled, now).flatMap(({ paragraphs }) => paragraphs.flat())
    expect(spans.filter(({ kind }) => kind === 'missing')).toEqual([])
    expect(spans.some(({ text }) => text.includes('{{') || text.includes('['))).toBe(false)
  })

  test('marks each must-say phrase, and its slots count no words', () => {
    const cues = scriptCues(blank, now)
    for (const [index, cue] of playbook.script.entries()) {
      const marked = cues[index]?.paragraphs.flat().filter(({ mustSay }) => mustSay === true) ?? []
      expect(marked.length > 0).toBe(cue.kind === 'spoken' && cue.mustSay.length > 0)
      expect(cues[index]?.words === 0).toBe(cue.kind === 'slot')
    }
  })
})
