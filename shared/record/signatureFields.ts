/** The paper a record is printed on. */
export type Paper = 'A4' | 'Letter'

/** Width and height in points. */
export const PAPERS: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [595.28, 841.89],
  Letter: [612, 792],
}

/** A signature field: its name in the PDF, which of the signature pages (from 0) it lies on, and where. */
export type SignatureField = {
  readonly name: string
  /** The place in the list of expected signers, or null for a field kept for anybody else. */
  readonly signer: number | null
  readonly page: number
  /** Left, bottom, right and top in points from the page's lower left corner, as PDF counts. */
  readonly rect: readonly [number, number, number, number]
}

/** Fields for people nobody expected to sign. */
export const SPARE_FIELDS = 2

const PER_PAGE = 10
const COLUMNS = 2
const BOX = { width: 230, height: 62 }
const ROW = 108
const GAP = 23
const TOP = 160

/** The name of the field kept for an expected signer (from 0), or of a spare one. */
export function fieldName(signer: number | null, spare = 0): string {
  return signer === null ? `LecternFurther${spare + 1}` : `LecternSigner${signer + 1}`
}

/** To hundredths of a point, so that a number is the same in the file as here. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100
}

/**
 * Every signature field of a record with so many expected signers. The signature pages are the last pages
 * of the record and hold `PER_PAGE` fields each; verifying lets a signature show there and nowhere else.
 */
export function signatureFields(signers: number, paper: Paper): readonly SignatureField[] {
  const [width, height] = PAPERS[paper]
  const left = (width - COLUMNS * BOX.width - GAP) / 2
  return Array.from({ length: signers + SPARE_FIELDS }, (_none, index) => {
    const signer = index < signers ? index : null
    const onPage = index % PER_PAGE
    const x = left + (onPage % COLUMNS) * (BOX.width + GAP)
    const top = height - TOP - Math.floor(onPage / COLUMNS) * ROW
    return {
      name: fieldName(signer, index - signers),
      signer,
      page: Math.floor(index / PER_PAGE),
      rect: [rounded(x), rounded(top - BOX.height), rounded(x + BOX.width), rounded(top)],
    }
  })
}
