import { fieldName } from '../record/signatureFields'
import type { CheckedSignature } from './checkSignature'
import { say } from './sentences'

type Expected = readonly { readonly name: string }[]

/** Names are compared without regard to case, width, blanks and signs that are not seen. */
export function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .trim()
}

/**
 * The expected signers of whom there is no valid signature; one by another certificate than theirs is none, and
 * one certificate stands for one of two people of a name.
 */
export function missingSigners(
  expected: Expected,
  signatures: readonly CheckedSignature[],
): readonly string[] {
  const counted = signatures.filter(({ status, otherOfName }) => status === 'valid' && !otherOfName)
  const left = new Map(counted.map(({ certificate, name }) => [certificate?.fingerprint ?? '', folded(name)]))
  return expected
    .map(({ name }) => name)
    .filter((name) => {
      const own = [...left].find(([, signer]) => signer === folded(name))
      if (own !== undefined) left.delete(own[0])
      return own === undefined
    })
}

/** Whom a field was prepared for; '' for anybody. */
export function keptFor(field: string, expected: Expected): string {
  return expected.find((_signer, index) => fieldName(index) === field)?.name ?? ''
}

/** Fields kept for one person and signed in the name of another. */
export function otherNames(expected: Expected, signatures: readonly CheckedSignature[]): readonly string[] {
  return signatures.flatMap(({ found, name }) => {
    const person = keptFor(found.field.name, expected)
    return person === '' || folded(person) === folded(name) ? [] : [say.otherName(person, name)]
  })
}
