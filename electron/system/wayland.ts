/** Whether the desktop is Wayland's, which keeps keys and pictures of the screen from other programs. */
export function isWayland(): boolean {
  return process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland'
}
