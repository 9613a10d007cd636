import type { PrompterLook } from '../../shared/meeting/schema'

/** A measure of the look that a slider sets: its limits, its step, and how a value is written. */
export type Measure = {
  readonly id: 'size' | 'width' | 'margin' | 'lineHeight' | 'letterSpacing'
  readonly label: string
  readonly least: number
  readonly most: number
  readonly step: number
  readonly says: (value: number) => string
}

const percent = (value: number) => `${Math.round(value)} %`

/** The measures, within the limits of the meeting's settings. */
export const MEASURES: readonly Measure[] = [
  {
    id: 'size',
    label: 'Text size',
    least: 4,
    most: 20,
    step: 0.5,
    says: (value) => `${value} % of the height`,
  },
  { id: 'width', label: 'Column width', least: 40, most: 100, step: 2, says: percent },
  {
    id: 'margin',
    label: 'Margins',
    least: 1,
    most: 20,
    step: 0.2,
    says: (value) => `${value.toFixed(1)} %`,
  },
  {
    id: 'lineHeight',
    label: 'Line height',
    least: 1.1,
    most: 2.2,
    step: 0.05,
    says: (value) => value.toFixed(2),
  },
  {
    id: 'letterSpacing',
    label: 'Letter spacing',
    least: 0,
    most: 0.15,
    step: 0.01,
    says: (value) => (value === 0 ? 'none' : `${Math.round(value * 100)} %`),
  },
]

/** The faces, by the names people know them by. */
export const FACES: readonly { readonly id: PrompterLook['face']; readonly label: string }[] = [
  { id: 'humanist', label: 'Humanist' },
  { id: 'legible', label: 'Dyslexia-friendly' },
  { id: 'opendyslexic', label: 'OpenDyslexic' },
  { id: 'system', label: 'The system’s' },
]

/** The themes. All text in each has a contrast of at least 7:1. */
export const THEMES: readonly { readonly id: PrompterLook['theme']; readonly label: string }[] = [
  { id: 'dark', label: 'Light on dark' },
  { id: 'light', label: 'Dark on light' },
  { id: 'yellow', label: 'Yellow on black' },
  { id: 'amber', label: 'Dark on amber' },
]

/** The size at which text is as large as the style sheet makes it by itself. */
export const FIRST_SIZE = 8

const SIZE_STEP = 0.5
const [LEAST_SIZE, MOST_SIZE] = [4, 20]

/** The next text size up (1) or down (-1), within its limits. */
export function nextSize(size: number, direction: 1 | -1): number {
  const next = Math.round((size + direction * SIZE_STEP) / SIZE_STEP) * SIZE_STEP
  return Math.min(MOST_SIZE, Math.max(LEAST_SIZE, next))
}

/** Headings and tips need so much room beside the words, in pixels; with less they stand above them. */
const LEAST_MARGIN = 150

/** A margin is at least so wide, in pixels. */
const LEAST_EDGE = 20

/** Whether headings stand above their text: a column this wide leaves too little room beside it. */
export function isStacked(width: number, margin: number, windowWidth: number): boolean {
  const edge = Math.max(LEAST_EDGE, (windowWidth * margin) / 100)
  const gap = windowWidth * 0.024
  const beside = windowWidth * (1 - width / 100) - 2 * edge - gap
  return beside < LEAST_MARGIN
}
