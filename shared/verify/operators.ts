import type { PdfValue } from '../pdf/values'

type Kind = PdfValue['kind']

const numbers = (count: number): readonly Kind[] => Array.from({ length: count }, () => 'number' as const)

/** What each operator that Lectern draws with takes; what programs do with more or others, each knows for itself. */
const TAKES: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ...['q', 'Q', 'h', 'f', 'S', 'BT', 'ET'].map((operator) => [operator, numbers(0)] as const),
  ...['w', 'j', 'J', 'Tc'].map((operator) => [operator, numbers(1)] as const),
  ...['m', 'l'].map((operator) => [operator, numbers(2)] as const),
  ...['scn', 'SCN'].map((operator) => [operator, numbers(3)] as const),
  ...['cm', 'Tm'].map((operator) => [operator, numbers(6)] as const),
  ...['cs', 'CS', 'gs'].map((operator) => [operator, ['name'] as const] as const),
  ['re', numbers(4)],
  ['d', ['array', 'number']],
  ['Tf', ['name', 'number']],
  ['TJ', ['array']],
])

/** Why an operator is none of Lectern's, in words, or null. */
export function operatorFault(operator: string, operands: readonly PdfValue[]): string | null {
  const kinds = TAKES.get(operator)
  if (kinds === undefined) return `the operator “${operator.replace(/[^!-~]/g, '?').slice(0, 20)}”`
  const fits = kinds.length === operands.length && kinds.every((kind, at) => operands[at]?.kind === kind)
  if (!fits) return `the operator “${operator}” with other values than it takes`
  const [text] = operands
  const isText = operator !== 'TJ' || (text?.kind === 'array' && text.items.every(isSignOrGap))
  return isText ? null : 'a text that is put together otherwise'
}

function isSignOrGap({ kind }: PdfValue): boolean {
  return kind === 'string' || kind === 'number'
}
