import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

import { protocol, type Session } from 'electron'

import type { WindowKind } from '../../shared/ipc'
import { mayListen } from '../system/microphone'

export const SCHEME = 'app'

/** What a page may load: its own files and nothing else. The Desk draws previews in a worker, the prompter listens. */
const pagePolicy = (kind: WindowKind) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `worker-src ${kind === 'board' ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** What the worker that listens may do beyond its page: run WebAssembly, and load the files that belong to it. */
const LISTENER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
].join('; ')

/** Where the build puts workers and what they load: speech recognition for the prompter. */
const VOICE = '/assets/voice/'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** What a file is; the parts of a speech model have names of their own kind, or none. */
function typeOf(path: string): string | undefined {
  return TYPES[extname(path)] ?? (path.startsWith(VOICE) ? 'application/octet-stream' : undefined)
}

/** A window has its own page and the shared assets; what listens, the prompter alone, and only while it may listen. */
function isServed(kind: WindowKind, path: string): boolean {
  if (path.startsWith(VOICE)) return kind === 'prompter' && mayListen()
  return path === `/${kind}.html` || path.startsWith('/assets/')
}

/** Declares `app:` as a standard, secure scheme. Must run before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** The page of a window: each kind has an origin of its own. */
export function pageUrl(kind: WindowKind, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(`${SCHEME}://${kind}/${kind}.html`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.toString()
}

const notFound = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })

/** Serves a window's own page and the shared assets from `folder`, and nothing else. */
export function serveScheme(session: Session, kind: WindowKind, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const path = normalize(decodeURIComponent(url.pathname)).split(sep).join('/')
    const type = typeOf(path)
    if (request.method !== 'GET' || url.host !== kind || !isServed(kind, path) || type === undefined)
      return notFound()
    try {
      const headers = {
        'content-type': type,
        'content-security-policy': path.startsWith(VOICE) ? LISTENER_POLICY : pagePolicy(kind),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      }
      return new Response(await readFile(join(folder, path)), { headers })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return notFound()
      throw error
    }
  })
}
