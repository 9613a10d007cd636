import { fieldName } from '../../shared/record/signatureFields'

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/**
 * The field a record keeps for somebody, by the name it prints, whatever the case and the blanks; null where
 * it keeps none, or only ones that are not among the open ones. A verifier knows people by that name alone.
 */
export function fieldFor(
  name: string,
  expected: readonly { readonly name: string }[],
  open: ReadonlySet<string>,
): string | null {
  const fields = expected.flatMap((other, index) =>
    plain(other.name) === plain(name) ? [fieldName(index)] : [],
  )
  return fields.find((field) => open.has(field)) ?? null
}
