import type { z } from 'zod'

import { idSchema } from '../text'
import { publicViewSchema, type PublicView } from './publicView'
import { boardThemeSchema, type Meeting } from './schema'

/** The public view as the Board shows it: with the place on the agenda, and in which colours. */
export const boardViewSchema = publicViewSchema.extend({
  agendaAt: idSchema.nullable(),
  theme: boardThemeSchema,
})
export type BoardView = Readonly<z.infer<typeof boardViewSchema>>

/** The Board's view while the presenter is at the cue `place`; a place that is not on the agenda is nowhere. */
export function boardView(view: PublicView, { settings }: Meeting, place: string | null): BoardView {
  const agendaAt = view.agenda.some(({ id }) => id === place) ? place : null
  return { ...view, agendaAt, theme: settings.boardTheme }
}
