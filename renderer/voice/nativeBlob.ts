/** The speech engine asks for a stand-in that old browsers need, and that does not run in a worker: here is the real one. */
export const { Blob } = globalThis
