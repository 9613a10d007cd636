/**
 * Asks whether an address answers, as a child process: `node probe.mjs URL MS` exits 0 or 1.
 * A process of its own, so that it sees the network exactly as the installer that follows it.
 */
const [url, ms] = process.argv.slice(2)
try {
  const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(Number(ms)) })
  process.exit(answer.ok ? 0 : 1)
} catch {
  process.exit(1)
}
