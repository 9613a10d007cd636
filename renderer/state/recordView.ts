import type { Meeting, Revision } from '../../shared/meeting/schema'
import { PAPERS, type Paper } from '../../shared/record/signatureFields'
import { observable } from './store'

const KEY = 'record.paper'

function isPaper(text: string | null): text is Paper {
  return text !== null && Object.hasOwn(PAPERS, text)
}

/** The paper people have in their printers: Letter in the United States and Canada, A4 elsewhere. */
export function usualPaper(locale: string): Paper {
  const region = new Intl.Locale(locale).maximize().region
  return region === 'US' || region === 'CA' ? 'Letter' : 'A4'
}

function rememberedPaper(): Paper {
  const kept = localStorage.getItem(KEY)
  return isPaper(kept) ? kept : usualPaper(navigator.language)
}

/** The paper records are made on; the one chosen last is remembered on this computer. */
export const paper = observable<Paper>(rememberedPaper())

/** Chooses the paper and remembers it. What is no paper changes nothing. */
export function choosePaper(chosen: string): void {
  if (!isPaper(chosen)) return
  localStorage.setItem(KEY, chosen)
  paper.set(chosen)
}

/** The revision chosen to look at, or null for the one that stands now. */
export const chosenRevision = observable<number | null>(null)

/** The newest revision of a meeting's record, if it was ever finalised. */
export function newestRevision({ revisions }: Pick<Meeting, 'revisions'>): Revision | null {
  return revisions.at(-1) ?? null
}

/**
 * Which record to show: the one that was chosen if it is there, else the newest revision of a finalised
 * record, else null for the draft.
 */
export function shownRevision(
  meeting: Pick<Meeting, 'revisions' | 'status'>,
  chosen: number | null,
): number | null {
  if (meeting.revisions.some(({ number }) => number === chosen)) return chosen
  return meeting.status === 'finalised' ? (newestRevision(meeting)?.number ?? null) : null
}
