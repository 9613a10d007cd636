import './Preview.css'

import { Maximize2, Minimize2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import { chosenRevision, paper, shownRevision } from '../../state/recordView'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { useReachableScroll } from '../../ui/useReachableScroll'
import { count } from '../words'
import type { OpenPdf } from './pdfPages'
import { PreviewChoice } from './PreviewChoice'
import { usePreview } from './usePreview'

/** So many warnings are told one by one. */
const TOLD = 3

/** How long a new width must last before the pages are painted anew, in milliseconds. */
const SETTLES = 150

type PageProps = { readonly pdf: OpenPdf; readonly number: number }

/** One page; painted once it comes into sight. */
function Page({ pdf, number }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [seen, setSeen] = useState(false)
  const [width, setWidth] = useState(0)

  useEffect(() => {
    const element = canvas.current
    if (element === null) return undefined
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: '400px' },
    )
    watch.observe(element)
    let timer = 0
    const sizes = new ResizeObserver(() => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setWidth(element.clientWidth), SETTLES)
    })
    sizes.observe(element)
    return () => {
      watch.disconnect()
      sizes.disconnect()
      window.clearTimeout(timer)
    }
  }, [])

  useEffect(() => {
    if (!seen || width === 0 || canvas.current === null) return undefined
    return pdf.paint(number, canvas.current).stop
  }, [seen, pdf, number, width])

  return (
    <li className="page">
      <canvas
        ref={canvas}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a page is painted, it has no address
        role="img"
        aria-label={`Page ${number} of ${pdf.pages}`}
        width={100}
        height={Math.round(100 * pdf.ratio)}
      />
    </li>
  )
}

type PreviewProps = {
  readonly meeting: Meeting
  readonly large: boolean
  readonly onLarge: (large: boolean) => void
}

/** The pages of the PDF as they would be exported now, of the revision and on the paper that are chosen. */
export function Preview({ meeting, large, onLarge }: PreviewProps) {
  const revision = shownRevision(meeting, useObservable(chosenRevision))
  const { pdf, busy, refusal, warnings } = usePreview({ meeting, revision, paper: useObservable(paper) })
  const area = useRef<HTMLDivElement>(null)
  useReachableScroll(area)
  return (
    <section className="preview" aria-label="Preview">
      <div className="preview-head">
        <h2 className="preview-title">Preview</h2>
        <output className="preview-note figures">
          {busy
            ? pdf === null
              ? 'Making the pages…'
              : 'Updating…'
            : pdf !== null && count(pdf.pages, 'page')}
        </output>
        <PreviewChoice meeting={meeting} revision={revision} />
        <Button
          small
          look="quiet"
          aria-pressed={large}
          icon={large ? <Minimize2 size={14} aria-hidden /> : <Maximize2 size={14} aria-hidden />}
          onClick={() => onLarge(!large)}
        >
          Larger
        </Button>
      </div>
      <div className="preview-pages" ref={area} data-busy={busy}>
        {refusal !== null && <Notice small>{refusal}</Notice>}
        {warnings.length > 0 && (
          <Notice small>
            <ul>
              {warnings.slice(0, TOLD).map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
              {warnings.length > TOLD && <li>And {warnings.length - TOLD} more like this.</li>}
            </ul>
          </Notice>
        )}
        {pdf !== null && (
          <ol aria-label="Pages">
            {Array.from({ length: pdf.pages }, (_none, index) => (
              <Page key={index + 1} pdf={pdf} number={index + 1} />
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}
