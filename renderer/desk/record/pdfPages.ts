import type * as Pdf from 'pdfjs-dist'

/** A PDF ready to be looked at; `close` frees it. */
export type OpenPdf = {
  readonly pages: number
  /** Height of each page by its width. */
  readonly ratio: number
  /** Paints a page, counted from 1, onto a canvas as wide as it is on the screen; `stop` gives up on it. */
  readonly paint: (page: number, canvas: HTMLCanvasElement) => { readonly stop: () => void }
  readonly close: () => void
}

type Library = { readonly pdf: typeof Pdf; readonly worker: Pdf.PDFWorker }

let loading: Promise<Library> | null = null

/** The reader is loaded when it is first needed, so the Desk starts without it. */
function library(): Promise<Library> {
  loading ??= Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]).then(([pdf, { default: address }]) => {
    const port = new Worker(address, { type: 'module' })
    return { pdf, worker: new pdf.PDFWorker({ port: Object(port), verbosity: pdf.VerbosityLevel.ERRORS }) }
  })
  return loading
}

async function paint(
  document: Pdf.PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  stopped: AbortSignal,
) {
  const page = await document.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const width = Math.max(1, canvas.clientWidth) * window.devicePixelRatio
  const viewport = page.getViewport({ scale: width / natural.width })
  const surface = window.document.createElement('canvas')
  surface.width = Math.round(viewport.width)
  surface.height = Math.round(viewport.height)
  const context = surface.getContext('2d')
  if (context === null || stopped.aborted) return
  const task = page.render({ canvasContext: context, viewport })
  stopped.addEventListener('abort', () => task.cancel())
  await task.promise
  canvas.width = surface.width
  canvas.height = surface.height
  canvas.getContext('2d')?.drawImage(surface, 0, 0)
}

/** Opens a PDF for looking at it. Rejects when its bytes cannot be read. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { pdf, worker } = await library()
  const task = pdf.getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: pdf.VerbosityLevel.ERRORS,
  })
  const opened = await task.promise
  const { width, height } = (await opened.getPage(1)).getViewport({ scale: 1 })
  return {
    pages: opened.numPages,
    ratio: height / width,
    paint: (page, canvas) => {
      const stop = new AbortController()
      // A page that was given up on, or whose document was closed, rejects: there is nobody to tell.
      void paint(opened, page, canvas, stop.signal).catch(() => undefined)
      return { stop: () => stop.abort() }
    },
    close: () => void task.destroy(),
  }
}
