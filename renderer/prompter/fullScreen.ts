/** Shows the window in full screen, or as it was. */
export async function toggleFullScreen() {
  if (document.fullscreenElement === null) await document.documentElement.requestFullscreen()
  else await document.exitFullscreen()
}
