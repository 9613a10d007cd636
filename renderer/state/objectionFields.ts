import type { ExpectedFields } from '../../shared/meeting/commands'
import type { Objection } from '../../shared/meeting/schema'
import type { Response } from '../../shared/playbook/schema'
import { accept, refuse, type Result } from '../../shared/result'

/** A prepared objection as its form shows it: keywords with commas between, the key as a digit or nothing. */
export type ObjectionFields = {
  readonly text: string
  readonly kind: Objection['kind']
  readonly role: string
  readonly keywords: string
  readonly key: string
  readonly response: Response
}

/** The form of a prepared objection that is there. */
export function fieldsOfObjection({ text, kind, role, keywords, key, response }: Objection): ObjectionFields {
  const empty = { sayFirst: '', evidence: '', questionBack: '', doNotSay: '' }
  return {
    text,
    kind,
    role,
    keywords: keywords.join(', '),
    key: key === null ? '' : String(key),
    response: response ?? empty,
  }
}

/** The form of a new one from this role, on the first key that is free. */
export function newObjectionFields(role: string, objections: readonly Objection[]): ObjectionFields {
  const taken = new Set(objections.map(({ key }) => key))
  const free = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((key) => !taken.has(key))
  const response = { sayFirst: '', evidence: '', questionBack: '', doNotSay: '' }
  return {
    text: '',
    kind: 'objection',
    role,
    keywords: '',
    key: free === undefined ? '' : String(free),
    response,
  }
}

/** What a form describes; refuses an empty objection, and a response that begins with nothing. */
export function objectionFrom(fields: ObjectionFields): Result<ExpectedFields> {
  const { text, kind, role, response } = fields
  if (text.trim() === '') {
    return refuse('empty', 'Write the objection in the words you expect to hear.', 'text')
  }
  if (response.sayFirst.trim() === '') {
    return refuse('empty', 'Write what you will say first. One sentence is enough.', 'sayFirst')
  }
  const keywords = fields.keywords.split(/[,;\n]/).map((word) => word.trim())
  const key = fields.key === '' ? null : Number(fields.key)
  return accept({ text, kind, role, keywords: keywords.filter((word) => word !== ''), key, response })
}
