/** One progress line on stderr: rewritten every second on a terminal, completed at the end elsewhere. */

/** Seconds as a person reads them: `0.4 s`, `23 s`. */
export function seconds(ms) {
  const s = ms / 1000
  return s < 9.95 ? `${s.toFixed(1)} s` : `${Math.round(s)} s`
}

/** One line for the user, on stderr so that standard output stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs the task behind one line: `label… 23 s`. */
export async function withProgress(label, task, stream = process.stderr) {
  const began = Date.now()
  const line = () => `${label}… ${seconds(Date.now() - began)}`
  stream.write(`${label}…`)
  const timer = stream.isTTY && setInterval(() => stream.write(`\r${line()}`), 1000)
  try {
    return await task()
  } finally {
    if (timer) clearInterval(timer)
    stream.write(stream.isTTY ? `\r${line()}\n` : ` ${seconds(Date.now() - began)}\n`)
  }
}
