import type { SignerReport, Verdict, VerifyReport } from '../../shared/verify/report'
import {
  grouped,
  missingSentence,
  NOT_PROVEN,
  signerSentence,
  verdictSentence,
} from '../../shared/verify/sentences'

type Child = Node | string

/** An element with a class and children; text is always text. */
export function element(name: string, className: string, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/** A verdict's word, and its sign for those who do not see colours. */
const MARKS: Readonly<Record<Verdict, readonly [tone: string, sign: string]>> = {
  intact: ['good', '✓'],
  changed: ['bad', '✕'],
  unsigned: ['plain', '–'],
  foreign: ['plain', '?'],
  unreadable: ['bad', '!'],
}

function fingerprint(label: string, value: string): readonly HTMLElement[] {
  return [element('dt', '', label), element('dd', '', element('code', '', grouped(value)))]
}

function signer(report: SignerReport): HTMLElement {
  const print = report.fingerprint === '' ? [] : [element('code', '', grouped(report.fingerprint))]
  return element('li', report.status === 'valid' ? '' : 'bad', signerSentence(report), ...print)
}

function listed(title: string, items: readonly HTMLElement[]): readonly HTMLElement[] {
  return items.length === 0 ? [] : [element('h3', '', title), element('ul', '', ...items)]
}

/** What was found about a file, as the content of the page's result. */
export function reportNodes(name: string, report: VerifyReport): readonly HTMLElement[] {
  const { verdict, signers, missing, findings } = report
  const [tone, sign] = MARKS[verdict]
  const mark = element('span', 'mark', sign)
  mark.setAttribute('aria-hidden', 'true')
  const heading = element('h2', '', verdictSentence(report))
  heading.id = 'verdict'
  const facts =
    report.fingerprint === null ? [] : fingerprint('Fingerprint of the record', report.fingerprint)
  return [
    element('div', `verdict ${tone}`, mark, heading),
    element('dl', 'facts', element('dt', '', 'File'), element('dd', '', name), ...facts),
    ...listed(
      'What was found',
      findings.map((finding) => element('li', '', finding)),
    ),
    ...listed('Signatures', signers.map(signer)),
    ...listed(
      'Not signed yet',
      missing.map((person) => element('li', '', missingSentence(person))),
    ),
    ...listed(
      'What this does not prove',
      NOT_PROVEN.map((each) => element('li', '', each)),
    ),
  ]
}
