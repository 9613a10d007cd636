/** Whether there is a screen, and how to run a program on a virtual one. */

/** True when windows can be shown: always, except on Linux without a session. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The command line that runs a program where it finds a screen: the real one, or a virtual one of 1920 × 1080. */
export function onDisplay(command, args, env = process.env, platform = process.platform) {
  if (hasDisplay(env, platform)) return { command, args }
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1920x1080x24', command, ...args] }
}
