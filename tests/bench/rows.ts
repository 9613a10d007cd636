import { z } from 'zod'

const figure = z.number().nullable()

/** One measurement of `npm run bench`, as out/bench.json has it. Figures are null where nothing was measured. */
export const benchRowSchema = z.strictObject({
  part: z.string().min(1),
  name: z.string().min(1),
  unit: z.string().min(1),
  p50: figure,
  p95: figure,
  p99: figure,
  max: figure,
  n: z.number().int().nonnegative(),
  /** What it was compared with in the same run. */
  baseline: z.string().min(1).nullable(),
  ratio: figure,
  /** The percentile that `ratio` is the ratio of. */
  ratioOf: z.enum(['p50', 'p95', 'p99', 'max']).nullable(),
})
export type BenchRow = Readonly<z.infer<typeof benchRowSchema>>

type Figures = Pick<BenchRow, 'p50' | 'p95' | 'p99' | 'max' | 'n'>

/** The smallest sample that `share` of all samples do not exceed (nearest rank); null without samples. */
export function percentile(samples: readonly number[], share: number): number | null {
  const sorted = samples.toSorted((a, b) => a - b)
  const rank = Math.ceil(share * sorted.length)
  return sorted[Math.max(rank, 1) - 1] ?? null
}

/** Four digits are more than any of these measurements is good for. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4))
}

export function figuresOf(samples: readonly number[]): Figures {
  return {
    p50: rounded(percentile(samples, 0.5)),
    p95: rounded(percentile(samples, 0.95)),
    p99: rounded(percentile(samples, 0.99)),
    max: rounded(percentile(samples, 1)),
    n: samples.length,
  }
}

/** What is measured: its part, name and unit. */
export type Measured = Pick<BenchRow, 'part' | 'name' | 'unit'>

/** What something is compared with, measured in the same run. */
export type Baseline = { readonly name: string; readonly samples: readonly number[] }

type Percentile = NonNullable<BenchRow['ratioOf']>

const SHARES: Readonly<Record<Percentile, number>> = { p50: 0.5, p95: 0.95, p99: 0.99, max: 1 }

/** A row, with the ratio of one of its percentiles to that of the baseline where there is one. */
export function rowOf(
  measured: Measured,
  samples: readonly number[],
  baseline?: Baseline,
  ratioOf: Percentile = 'p95',
): BenchRow {
  const base = baseline === undefined ? null : percentile(baseline.samples, SHARES[ratioOf])
  const own = percentile(samples, SHARES[ratioOf])
  const ratio = own === null || base === null || base === 0 ? null : rounded(own / base)
  return {
    ...measured,
    ...figuresOf(samples),
    baseline: baseline?.name ?? null,
    ratio,
    ratioOf: ratio === null ? null : ratioOf,
  }
}
