/** One line of `out/bench.json`. */
export type BenchRow = {
  readonly part: string
  readonly name: string
  readonly unit: string
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  readonly n: number
  /** What it was compared with in the same run, and how many times as much it took, at which percentile. */
  readonly baseline: string | null
  readonly ratio: number | null
  readonly ratioOf: 'p50' | 'p95' | 'p99' | 'max' | null
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

/** The row of some measurements, compared with another row where there is one. */
export function rowOf(
  what: Pick<BenchRow, 'part' | 'name' | 'unit'>,
  measured: readonly number[],
  baseline: BenchRow | null = null,
  ratioOf: NonNullable<BenchRow['ratioOf']> = 'p99',
): BenchRow {
  const sorted = measured.toSorted((one, other) => one - other)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => rounded(percentile(sorted, share)))
  const figures = {
    p50: p50 ?? Number.NaN,
    p95: p95 ?? Number.NaN,
    p99: p99 ?? Number.NaN,
    max: rounded(sorted.at(-1) ?? Number.NaN),
  }
  return {
    ...what,
    ...figures,
    n: sorted.length,
    baseline: baseline?.name ?? null,
    ...(baseline === null || baseline[ratioOf] === 0
      ? { ratio: null, ratioOf: null }
      : { ratio: rounded(figures[ratioOf] / baseline[ratioOf]), ratioOf }),
  }
}
