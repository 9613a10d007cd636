import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { playbookSchema } from '../../../shared/playbook/schema'
import { timeZoneSchema } from '../../../shared/text'

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const playbook = playbookSchema.parse(read('../../../resources/playbooks/critical-release-halt.json'))
const sample = z
  .strictObject({
    title: z.string().min(1),
    place: z.string().min(1),
    timeZone: timeZoneSchema,
    plannedStart: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
    author: z.strictObject({ name: z.string().min(1), device: z.string().min(1) }),
    facts: z.record(z.string(), z.string().min(1)),
    attendees: z.array(
      z.strictObject({ name: z.string(), role: z.string(), organisation: z.string(), email: z.string() }),
    ),
    captures: z.array(z.string().min(1)),
  })
  .parse(read('../../fixtures/sample-meeting.json'))

const initials = (name: string) =>
  name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('')
    .toLowerCase()

const captured = (prefix: string) => sample.captures.filter((line) => line.startsWith(`${prefix} `))

describe('the sample meeting', () => {
  it('fills every blank of the playbook', () => {
    expect(Object.keys(sample.facts)).toEqual(playbook.facts.map((fact) => fact.key))
  })

  it('has one person for every role, and nobody’s initials twice', () => {
    expect(sample.attendees.map((one) => one.role).toSorted()).toEqual(
      playbook.roles.map((role) => role.title).toSorted(),
    )
    expect(new Set(sample.attendees.map((one) => initials(one.name))).size).toBe(sample.attendees.length)
    expect(sample.attendees).toContainEqual(
      expect.objectContaining({ name: 'Dana Ito', role: 'DevOps Lead' }),
    )
    expect(sample.attendees.map((one) => one.name)).toContain(sample.author.name)
  })

  it('captures something of every kind', () => {
    expect(
      Object.fromEntries(['o', 'q', 'c', 'd', 'a', 'p', '!', 'n'].map((p) => [p, captured(p).length])),
    ).toEqual({
      o: 3,
      q: 2,
      c: 1,
      d: 4,
      a: 6,
      p: 2,
      '!': 1,
      n: 5,
    })
    expect(new Set(sample.captures).size).toBe(sample.captures.length)
  })

  it('names only people who are there', () => {
    const known = new Set([
      ...sample.attendees.flatMap((one) => [initials(one.name), ...one.name.toLowerCase().split(' ')]),
      ...playbook.roles.flatMap((role) => role.short),
    ])
    const named = sample.captures.flatMap((line) =>
      [...line.matchAll(/@(\S+)/g)].map((match) => match[1] ?? ''),
    )
    expect(named.length).toBe(14)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  it('gives every action an owner and a due time, and every parked item an owner', () => {
    expect(captured('a').filter((line) => !/@\S+ (?:by|due|>) \S+/.test(line))).toEqual([])
    expect(captured('p').filter((line) => !/@\S+$/.test(line))).toEqual([])
  })
})
