import { observable } from './store'

export const stages = ['prepare', 'live', 'record'] as const
export type Stage = (typeof stages)[number]

/** Where the Desk stands: in the library, or at one stage of one meeting. */
export type Route =
  | { readonly page: 'library' }
  | { readonly page: 'meeting'; readonly id: string; readonly stage: Stage }

function parse(hash: string): Route {
  const [, id, stage] = /^#\/meeting\/([0-9A-Za-z-]+)\/([a-z]+)$/.exec(hash) ?? []
  const known = stages.find((each) => each === stage)
  return id === undefined || known === undefined ? { page: 'library' } : { page: 'meeting', id, stage: known }
}

/** The address of a place, for links. */
export function hrefOf(route: Route): string {
  return route.page === 'library' ? '#/' : `#/meeting/${route.id}/${route.stage}`
}

/** Where the Desk stands now; follows the address. */
export const route = observable<Route>(parse(window.location.hash))

window.addEventListener('hashchange', () => route.set(parse(window.location.hash)))

/** Goes there at once. */
export function go(to: Route): void {
  window.location.hash = hrefOf(to)
  route.set(to)
}
