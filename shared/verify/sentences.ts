import type { CmsTrouble } from './cms'
import type { SignerReport, VerifyReport } from './report'
import type { CoverageFault } from './signatures'
import type { Change } from './updates'

const LONGEST_NAME = 60

/** A name that somebody else chose, so that it cannot be taken for words of the verifier. */
export function quoted(name: string): string {
  const line = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}\p{Co}\p{Cn}]+/gu, ' ')
    .replace(/["'`´‘’‚‛“”„‟«»‹›′″]/gu, (sign) => (sign === '’' || sign === "'" ? '’' : ''))
    .trim()
  const letters = Array.from(line)
  return `“${letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : line}”`
}

/** The verdict in one sentence, for the app, the command line and the page alike. */
export function verdictSentence(report: VerifyReport): string {
  const { verdict, revision } = report
  switch (verdict) {
    case 'intact':
      return intactSentence(report)
    case 'changed':
      return 'Changed: this record is not as it was made and signed.'
    case 'unsigned':
      return revision === null
        ? 'Not signed: this is the draft of a record.'
        : `Not signed: revision ${revision} of this record holds together, but nobody has signed it.`
    case 'foreign':
      return 'Not one of ours: this PDF is no record made by Lectern.'
    case 'unreadable':
      return 'Not readable: this file is no sound PDF that could be checked.'
  }
}

/** Who signed in the name of somebody known, but with another certificate. */
export function otherCertificates({ signers, findings }: VerifyReport): readonly SignerReport[] {
  return signers.filter(({ name, known }) => !known && findings.includes(say.sameName(name)))
}

function intactSentence(report: VerifyReport): string {
  const { revision, signers } = report
  const others = otherCertificates(report)
  const by = names(signers.filter((signer) => !others.includes(signer)))
  if (others.length === 0)
    return `Intact: revision ${revision ?? '?'} of this record is as it was signed by ${by}, and nothing was changed since.`
  const doubt = `in the name of ${names(others)} with another certificate than the one known here`
  return `Intact, but perhaps signed by somebody else: revision ${revision ?? '?'} of this record was signed ${by === '' ? '' : `by ${by}, and `}${doubt}; nothing was changed since.`
}

function names(signers: readonly SignerReport[]): string {
  const all = [...new Set(signers.map(({ name }) => quoted(name)))]
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`
}

/** One signature in one sentence. */
export function signerSentence({ name, known, at, status }: SignerReport): string {
  const when = at === null ? 'without a date' : `on ${moment(at)} by their own clock`
  const who = known ? 'whose certificate is known here' : 'whose certificate is not known here'
  switch (status) {
    case 'valid':
      return `Signed by ${quoted(name)}, ${who}, ${when}.`
    case 'changed':
      return `Signed by ${quoted(name)}, ${who}, ${when}; what was signed was changed afterwards.`
    case 'invalid':
      return `The signature in the name of ${quoted(name)} does not hold.`
  }
}

/** An expected signer who has not signed. */
export function missingSentence(name: string): string {
  return `${quoted(name)} was expected to sign and has not.`
}

/** What no signature of Lectern's proves; shown with every signed record. */
export const NOT_PROVEN: readonly string[] = [
  'A signature does not prove who signed: identities are self-made. Compare the certificate’s fingerprint with the signer, face to face or over the telephone.',
  'A signature does not prove when: the time is that of the signer’s own clock.',
  'The box on the page that shows a signature is a drawing by its signer: whose certificate it is, only the list of signatures says.',
  'Whoever holds all the keys could make the whole record again with other words.',
]

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A moment on the clock of its own offset: `Mon 23 Nov 2026, 15:04 (UTC+01:00)`. */
export function moment(at: string): string {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(at)
  const minutes = offset === null ? 0 : Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3]))
  const there = new Date(Date.parse(at) + minutes * 60_000)
  const day = `${DAYS[there.getUTCDay()]} ${there.getUTCDate()} ${MONTHS[there.getUTCMonth()]}`
  const clock = there.toISOString().slice(11, 16)
  return `${day} ${there.getUTCFullYear()}, ${clock} (UTC${minutes === 0 ? '' : (offset?.[0] ?? '')})`
}

/** Sentences about one signature, in the name of who made it. */
export function coverageSentence(name: string, fault: CoverageFault): string {
  switch (fault) {
    case 'range':
      return `The signature of ${quoted(name)} does not say which bytes of the file it covers.`
    case 'start':
      return `The signature of ${quoted(name)} does not cover the file from its beginning.`
    case 'gap':
      return `The signature of ${quoted(name)} leaves out more of the file than itself, so other things could have been put there.`
    case 'end':
      return `The signature of ${quoted(name)} covers more bytes than the file has: the file was cut off.`
    case 'contents':
      return `The room kept for the signature of ${quoted(name)} was changed.`
  }
}

/** Why a signature does not hold by itself. */
export function troubleSentence(name: string, trouble: CmsTrouble | 'content'): string {
  switch (trouble) {
    case 'content':
      return `What ${quoted(name)} signed was changed after the signature.`
    case 'unreadable':
      return `The signature of ${quoted(name)} was changed or is broken: it cannot be read.`
    case 'weak':
      return `The signature of ${quoted(name)} uses a method that can be forged or is not known, so it proves nothing.`
    case 'certificate':
      return `The certificate in the signature of ${quoted(name)} is not the one it was made with.`
    case 'signature':
      return `The signature of ${quoted(name)} does not hold: it or its certificate was changed.`
  }
}

/** What in a signature nothing protects. */
export function looseSentence(name: string, loose: 'padding' | 'structure'): string {
  return loose === 'padding'
    ? `The room kept for the signature of ${quoted(name)} holds something behind the signature.`
    : `The signature of ${quoted(name)} is not written the way Lectern writes it: parts of it are protected by nothing.`
}

/** When something happened, as the beginning of a sentence. */
export const beforeFirst = 'Before the first signature'
export function afterSignature(name: string): string {
  return `After the signature of ${quoted(name)}`
}

/** What an update did that it may not; `since` is one of the two beginnings above. */
export function changeSentence(since: string, { kind, what, num }: Change): string {
  const which = num === null ? '' : ` (object ${num})`
  switch (kind) {
    case 'changed':
      return `${since}, ${what}${which} was changed.`
    case 'added':
      return `${since}, something was added that no signature needs: ${what}${which}.`
    case 'removed':
      return `${since}, ${what}${which} was removed.`
    case 'trailer':
      return `${since}, the entry to the document was changed.`
    case 'updates':
      return `${since}, something else was appended than one signature at a time.`
    case 'unfilled':
      return `${since}, something was appended that is no signature.`
    case 'stray':
      return `${since}, bytes were added that belong to no part of the document.`
    case 'dangling':
      return `${since}, something was added that names a part which is not there${which}: it could be put there later.`
    case 'table':
      return `${since}, the list of the document’s parts was written in a way that programs read differently.`
    case 'hidden':
      return `${since}, bytes were added that another program could take for a part of the document.`
  }
}

const MOST_TEXTS = 3

function zoneTexts(texts: readonly (readonly [printed: string, expected: string])[]): string {
  const more = texts.length - MOST_TEXTS
  const named = texts
    .slice(0, MOST_TEXTS)
    .map(([printed, expected]) => `it says “${printed}” where this computer would say “${expected}”`)
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}

/** Every other sentence a verification may find. */
export const say = {
  appended: (bytes: number): string =>
    `After the last signature, ${bytes === 1 ? 'one byte was' : `${bytes} bytes were`} appended to the file.`,
  broken: (name: string): string =>
    `The file as ${quoted(name)} signed it cannot be read by itself, so what came later cannot be told apart.`,
  updated: 'After it was made, something was appended to the record that is no signature.',
  unmade: 'The record as it was made cannot be told apart from what was added to it.',
  notDrawn: (where: string, what: string): string =>
    `${where} holds something that Lectern does not draw: ${what}.`,
  writtenOtherwise:
    'The file is not written the way Lectern writes a record: programs could show different things from it.',
  dangling: (num: number): string =>
    `The file names a part that is not there (object ${num}): it could be put there after the signatures.`,
  otherFile:
    'The file carries something else beside the attached record, or names that record in another way than Lectern does.',
  otherBookmarks: 'The bookmarks of the file are not those of the attached record’s chapters.',
  otherInformation:
    'What the file says of its own title, date or maker is not what Lectern writes for the attached record.',
  otherShapes: 'The shapes drawn on the pages are not those of the attached record.',
  twice: (name: string): string => `The signature of ${quoted(name)} is shown in more than one field.`,
  unknown: (name: string): string =>
    `The certificate of ${quoted(name)} is not known here: compare its fingerprint with the signer.`,
  sameName: (name: string): string =>
    `A certificate in the name of ${quoted(name)} is known here, but this signature was made with another one.`,
  early: (name: string, from: string): string =>
    `The certificate of ${quoted(name)} was not valid yet at the time of the signature: it is valid from ${moment(from)} on.`,
  late: (name: string, to: string): string =>
    `The certificate of ${quoted(name)} was no longer valid at the time of the signature: it was valid until ${moment(to)}.`,
  undated: (name: string): string =>
    `The signature of ${quoted(name)} says no time, so its certificate’s dates say nothing.`,
  elsewhere: (name: string, page: number | null): string =>
    page === null
      ? `The signature of ${quoted(name)} is not shown in the place kept for it.`
      : `The signature of ${quoted(name)} is laid over page ${page}, outside the place kept for it.`,
  unprepared: (field: string): string =>
    `The document has a signature field ${quoted(field)} that the record did not prepare.`,
  otherName: (expected: string, name: string): string =>
    `The field kept for ${quoted(expected)} was signed in the name of ${quoted(name)}.`,
  permits: (name: string): string =>
    `The first signature, of ${quoted(name)}, does not say that only signatures may follow.`,
  forbids: (name: string): string =>
    `The signature of ${quoted(name)} allows nothing to follow, but the file goes on after it.`,
  overflow: 'This PDF lists more, or nests it deeper, than any sound record does.',
  notAsDrawn:
    'It is not drawn as Lectern draws this record: something stands elsewhere on a page or looks different.',
  wordsAlone:
    'The printed words were compared with the attached record; where they stand on the pages was not. Lectern compares that too, in records of usual length.',
  tooMuch: 'This file takes more time or memory to check than any sound record does.',
  draft: 'It is a draft: it may still change, and a draft is not to be signed.',
  signedDraft:
    'It is a draft that was signed by another program: a signature under a draft counts for nothing.',
  noText: 'The printed text is too long to be compared with the attached record here.',
  otherScript:
    'Part of the text is in a script whose signs are printed in another order or form than they are typed: that part was not compared with the attached record.',
  notPrinted: (text: string): string => `The attached record says something that is not printed: “${text}”.`,
  notRecorded: (page: number, text: string): string =>
    `Page ${page} says something that the attached record does not: “${text}”.`,
  otherLayout: (layout: number, known: number): string =>
    `This record was made by another version of Lectern (layout ${layout}, this one has ${known}): its entries were compared with the pages, not every word, date and time printed there.`,
  otherZone: (zone: string, texts: readonly (readonly [printed: string, expected: string])[]): string =>
    `This record was printed by other rules for the time zone ${zone} than this computer has: ${zoneTexts(texts)}. The attached record states the printed times, so nothing was changed; ask which rules are right.`,
  recordFault: (path: string, reason: string): string =>
    `The attached record does not hold together: ${path}: ${reason}.`,
  recordRewritten:
    'The attached record is not written the way Lectern writes it: programs could read different things from it.',
  recordBroken: 'The attached record was changed: it cannot be read any more.',
  recordMissing: 'The attached record (record.json) was taken out or renamed.',
  foreign: 'It holds no record of Lectern’s (record.json).',
  noSignatures: 'It is not signed.',
  foreignHolds: (name: string): string => `The signature of ${quoted(name)} holds.`,
} as const

/** `ab12 34cd …`, for comparing by eye or over the telephone. */
export function grouped(fingerprint: string): string {
  return (fingerprint.match(/.{1,4}/g) ?? []).join(' ')
}
