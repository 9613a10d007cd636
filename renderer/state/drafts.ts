const DATABASE = 'lectern'
const STORE = 'captureDrafts'

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  if (opened === null) {
    const request = window.indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    opened = done(request)
  }
  return opened
}

/** What was last kept for this meeting, of unknown shape, or undefined. */
export async function readDraft(meeting: string): Promise<unknown> {
  const store = (await database()).transaction(STORE).objectStore(STORE)
  return done<unknown>(store.get(meeting))
}

async function write(meeting: string, draft: unknown): Promise<void> {
  const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'relaxed' })
  const store = transaction.objectStore(STORE)
  if (draft === null) await done(store.delete(meeting))
  else await done(store.put(draft, meeting))
}

/**
 * Keeps the newest draft of one meeting where a crash cannot take it (IndexedDB: local storage reaches the
 * disk only seconds later). It is handed to the system and not forced onto the disk, so it does not hold up the
 * entries that are. One write at a time; what came in meanwhile is written next. A draft that cannot
 * be kept is lost with the window and nothing else, so a failure is not told.
 */
export function draftKeeper(meeting: string): (draft: unknown) => void {
  let next: { readonly draft: unknown } | null = null
  let writing = false

  async function run() {
    writing = true
    while (next !== null) {
      const { draft } = next
      next = null
      await write(meeting, draft).catch(() => undefined)
    }
    writing = false
  }

  return (draft) => {
    next = { draft }
    if (!writing) void run()
  }
}
