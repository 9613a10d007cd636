/** What Chromium and the desktop libraries write on stderr although nothing is wrong. */

const chromiumLine =
  /^\[\d+:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING|INFO|VERBOSE\d*):([\w./-]+?)(?:\(\d+\)|:\d+)\]/

const harmlessSources = [
  /(^|\/)(bus|object_proxy|object_manager)\.cc$/, // no message bus in this session
  /vaapi|(^|\/)(va|v4l2)_/, // no video decoding in hardware
  /(^|\/)(gpu_|gl_|gles2_|egl_|angle_|viz_|vulkan_|command_buffer_|context_|skia_output_)/, // no graphics card
  /(^|\/)(x11_|ozone_|wayland_|drm|gbm)/,
  /(^|\/)(sandbox_linux|udev_|power_|cert_verify_proc_builtin)/,
]

const harmlessLines = [
  /^(libva|MESA|libGL|pci id for fd|DRI3?)\b/,
  /\b(Gtk|dconf|GLib|GLib-GIO|Gdk|IBUS|dbind)-(Message|WARNING|CRITICAL)\b/,
  /^(Fontconfig warning|Xlib: {2}extension|ATTENTION: default value of option)/,
  /^(Debugger listening on|Debugger attached|For help, see: https:\/\/nodejs|DevTools listening on)/,
  /^error: XDG_RUNTIME_DIR (not set|is invalid)/,
]

/** True for a line that would only worry a reader. */
export function isNoise(line) {
  const text = line.trimEnd()
  const source = chromiumLine.exec(text)?.[1]
  if (source) return harmlessSources.some((pattern) => pattern.test(source))
  return harmlessLines.some((pattern) => pattern.test(text))
}

/** What a line that ends a start early means for the user, or undefined. */
export function fatalSentence(line, binary) {
  const library = /error while loading shared libraries: (\S+):/.exec(line)?.[1]
  if (library) {
    return `The system library ${library} is missing: run node scripts/system-libs.mjs, which says what to install.`
  }
  if (/SUID sandbox helper binary|No usable sandbox|Failed to move to new namespace/.test(line)) {
    const helper = binary.replace(/[^/]+$/, 'chrome-sandbox')
    return `This system does not let programs build a sandbox; allow it for Lectern, then start again: sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`
  }
  if (/Missing X server or \$DISPLAY|Unable to open X display/.test(line)) {
    return 'The display named by DISPLAY does not answer: start from a desktop session, or unset DISPLAY to use a virtual one.'
  }
  return undefined
}

/**
 * A receiver of stderr lines that lets through what matters, and says a known fatal cause once.
 * @param {string} binary the program that writes them
 * @param {(line: string) => unknown} write
 */
export function stderrFilter(binary, write = (line) => process.stderr.write(`${line}\n`)) {
  let isSaid = false
  return (line) => {
    const sentence = fatalSentence(line, binary)
    if (!sentence && !isNoise(line)) write(line)
    if (sentence && !isSaid) write(sentence)
    isSaid ||= Boolean(sentence)
  }
}
