/** The arguments the app is started with. */
import { fromUser } from './paths.mjs'

/** The user's arguments, with the folder of `--data-dir` seen from where the command was typed. */
export function forApp(args, env = process.env) {
  const result = []
  for (let i = 0; i < args.length; i += 1) {
    const [, inline] = /^--data-dir=(.+)$/.exec(args[i]) ?? []
    if (inline) result.push(`--data-dir=${fromUser(inline, env)}`)
    else if (args[i] === '--data-dir' && args[i + 1]) {
      i += 1
      result.push(`--data-dir=${fromUser(args[i], env)}`)
    } else result.push(args[i])
  }
  return result
}

/** The switches this computer needs: no sandbox for root (it cannot have one), Wayland without X. */
export function forSystem({ uid, env = process.env, platform = process.platform }) {
  const switches = []
  if (platform === 'linux' && uid === 0) switches.push('--no-sandbox')
  if (platform === 'linux' && env.WAYLAND_DISPLAY && !env.DISPLAY) switches.push('--ozone-platform=wayland')
  return switches
}
