import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

import { protocol, type Session } from 'electron'

import type { WindowKind } from '../../shared/ipc'

export const SCHEME = 'app'

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Declares `app:` as a standard, secure scheme. Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
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
    const served = path === `/${kind}.html` || path.startsWith('/assets/')
    const type = TYPES[extname(path)]
    if (request.method !== 'GET' || url.host !== kind || !served || type === undefined) return notFound()
    try {
      const headers = {
        'content-type': type,
        'content-security-policy': CONTENT_POLICY,
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
