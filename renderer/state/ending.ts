import { observable } from './store'

/** Whether the closing walk lies over the stage Live. Its button and the palette set it. */
export const ending = observable(false)
