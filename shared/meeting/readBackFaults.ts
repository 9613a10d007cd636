import type { ReadBack } from './decisionSchema'
import type { LogEntry } from './entries'
import { sha256Hex, type Sha256 } from './log'

/** A place and what is wrong there. */
type Wrong = { readonly path: string; readonly reason: string }

type Said = {
  readonly decisions: readonly { readonly readBacks: readonly ReadBack[] }[]
  readonly log: readonly { readonly id: string; readonly body?: LogEntry['body'] }[]
}

/**
 * Every read-back whose hash is not that of its sentence, in the decisions and in the log. A chain that holds
 * says nothing about it: the hash came from whoever wrote the entry.
 */
export function readBackFaults({ decisions, log }: Said, sha256Of: Sha256 = sha256Hex): readonly Wrong[] {
  const wrong = ({ text, hash }: Pick<ReadBack, 'text' | 'hash'>, path: string): readonly Wrong[] =>
    sha256Of(text) === hash ? [] : [{ path, reason: 'it is not the hash of the sentence that was read back' }]
  return [
    ...decisions.flatMap(({ readBacks }, index) =>
      readBacks.flatMap((each, at) => wrong(each, `decisions[${index}].readBacks[${at}].hash`)),
    ),
    ...log.flatMap(({ body }, index) =>
      body?.type === 'readBack.shown' ? wrong(body, `log[${index}].body.hash`) : [],
    ),
  ]
}
