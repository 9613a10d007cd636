/** Part `prompter`: how evenly the script moves. */
import { say } from '../progress.mjs'
import { appRows, measured } from './rows.mjs'

function movement(folder) {
  say('Measuring the prompter: seven minutes or so.')
  return appRows('prompter', folder)
}

export const prompter = (folder) => measured(folder, [movement])
