/** Does some work and notes how many milliseconds it took. */
export async function timed<T>(samples: number[], work: () => T | Promise<T>): Promise<T> {
  const began = performance.now()
  const done = await work()
  samples.push(performance.now() - began)
  return done
}

/** The same for work that is over when it returns, without the time that waiting would add. */
export function timedNow<T>(samples: number[], work: () => T): T {
  const began = performance.now()
  const done = work()
  samples.push(performance.now() - began)
  return done
}
