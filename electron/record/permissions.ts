import { asDict, catalogOf, dictAt, itemsAt, nameAt } from '../../shared/pdf/access'
import type { PdfDocument } from '../../shared/pdf/document'
import type { PdfSignatureField } from '../../shared/pdf/forms'
import { textOf, type PdfDict } from '../../shared/pdf/values'

type Transform = { readonly method: string | null; readonly parameters: PdfDict | null }

/** What a signature says about later changes (ISO 32000-1, 12.8.1, signature references). */
function transforms({ resolve }: PdfDocument, signature: PdfDict | null): readonly Transform[] {
  return itemsAt(signature, 'Reference', resolve).map((item) => {
    const reference = asDict(resolve(item))
    return {
      method: nameAt(reference, 'TransformMethod', resolve),
      parameters: dictAt(reference, 'TransformParams', resolve),
    }
  })
}

/** Whether a PDF is certified in a way that allows no change at all, not even a signature (DocMDP, P 1). */
export function allowsNoChange(document: PdfDocument): boolean {
  const { resolve } = document
  const certifying = dictAt(dictAt(catalogOf(document), 'Perms', resolve), 'DocMDP', resolve)
  return transforms(document, certifying).some(({ method, parameters }) => {
    const level = resolve(parameters?.entries.get('P'))
    return method === 'DocMDP' && level.kind === 'number' && level.value === 1
  })
}

/** Whether a signature in the PDF locks the field of that name (FieldMDP). */
export function isLocked(document: PdfDocument, fields: readonly PdfSignatureField[], name: string): boolean {
  const { resolve } = document
  return fields
    .flatMap(({ value }) => transforms(document, value?.dict ?? null))
    .filter(({ method }) => method === 'FieldMDP')
    .some(({ parameters }) => {
      const named = itemsAt(parameters, 'Fields', resolve).some((item) => {
        const text = resolve(item)
        return text.kind === 'string' && textOf(text) === name
      })
      const action = nameAt(parameters, 'Action', resolve)
      return action === 'All' || (action === 'Include' && named) || (action === 'Exclude' && !named)
    })
}
