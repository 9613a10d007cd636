import type { Fact, Meeting } from '../meeting/schema'

export type Span = {
  readonly kind: 'text' | 'filled' | 'missing' | 'direction'
  readonly text: string
  readonly key?: string
  readonly mustSay?: boolean
}

export function blanks(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((found) => found[1] ?? ''))]
}

export function factText(fact: Fact, _meeting: Meeting): string {
  return fact.value
}

export function fillSpans(text: string, meeting: Meeting, _now: string): readonly Span[][] {
  return text.split(/\n\s*\n/).map((paragraph) =>
    paragraph.split(/(\{\{[^{}]*\}\}|\[[^\]]*\])/).filter((part) => part !== '').map((part): Span => {
      if (part.startsWith('[')) return { kind: 'direction', text: part.slice(1, -1) }
      if (!part.startsWith('{{')) return { kind: 'text', text: part }
      const key = part.slice(2, -2)
      const fact = meeting.facts.find((each) => each.key === key)
      const value = key === 'title' ? meeting.title : key === 'greeting' ? 'Good morning' : fact && factText(fact, meeting)
      return value ? { kind: 'filled', text: value, key } : { kind: 'missing', text: fact?.label ?? key, key }
    }),
  )
}

export function fillPublic(text: string, meeting: Meeting): string {
  return fillSpans(text, meeting, '')
    .map((paragraph) =>
      paragraph.filter((span) => span.kind !== 'direction').map((span) => (span.kind === 'missing' ? 'to be confirmed' : span.text)).join(''),
    )
    .join('\n\n')
}

export function missingFacts(meeting: Meeting): Fact[] {
  return meeting.facts.filter((fact) => fact.value === '')
}
