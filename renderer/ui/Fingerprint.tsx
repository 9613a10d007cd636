import './Fingerprint.css'

import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'

import { Button } from './Button'

type FingerprintProps = {
  /** A SHA-256 in hexadecimal. */
  readonly value: string
  /** Whose it is, for the button's name: `Copy fingerprint of revision 1`. */
  readonly of: string
  /** All of it, to be compared sign by sign, instead of its beginning. */
  readonly full?: boolean
}

const SHORT = 16

function grouped(value: string): string {
  return value.match(/.{1,4}/g)?.join(' ') ?? ''
}

/**
 * A fingerprint in groups of four, and a button that copies all of it. The page may not touch the clipboard
 * by itself, so what is copied is selected first.
 */
export function Fingerprint({ value, of, full = false }: FingerprintProps) {
  const all = useRef<HTMLSpanElement>(null)
  const [copied, setCopied] = useState(false)

  function copy() {
    const selection = document.getSelection()
    if (all.current === null || selection === null) return
    selection.selectAllChildren(all.current)
    // oxlint-disable-next-line typescript/no-deprecated -- the only way without the clipboard permission
    setCopied(document.execCommand('copy'))
    selection.removeAllRanges()
  }

  return (
    <span className="fingerprint">
      <code title={grouped(value)}>{full ? grouped(value) : `${grouped(value.slice(0, SHORT))} …`}</code>
      <span className="unseen" aria-hidden="true" ref={all}>
        {value}
      </span>
      <Button
        small
        look="quiet"
        icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        aria-label={`Copy fingerprint of ${of}`}
        onClick={copy}
      >
        Copy
      </Button>
      <output className="fingerprint-note">{copied && 'Copied'}</output>
    </span>
  )
}
