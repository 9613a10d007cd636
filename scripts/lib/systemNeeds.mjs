/** What a bare Linux lacks, and the packages of Debian and Ubuntu that bring it. */

/** The shared libraries Electron is linked with. */
export const libraryPackages = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxss1',
]

/** Packages by program; of two names, the one that this release has. */
const programPackages = {
  'xvfb-run': ['xvfb'],
  xauth: ['xauth'],
  pdftotext: ['poppler-utils'],
  pdffonts: ['poppler-utils'],
  pdfdetach: ['poppler-utils'],
  pdfsig: ['poppler-utils'],
  qpdf: ['qpdf'],
  mutool: ['mupdf-tools'],
  chromium: ['chromium', 'chromium-browser'],
  'espeak-ng': ['espeak-ng'],
  flite: ['flite'],
}

/** Other names of a program that do as well. */
const otherNames = { chromium: ['chromium-browser', 'google-chrome', 'google-chrome-stable'] }

/** The programs a virtual display needs. */
export const displayPrograms = ['xvfb-run', 'xauth']

/** The programs the tests look at PDF files with, and the browser they open the verifier page in. */
export const testPrograms = ['pdftotext', 'pdffonts', 'pdfdetach', 'pdfsig', 'qpdf', 'mutool', 'chromium']

/** The programs that speak the recordings of the bench. */
export const speechPrograms = ['espeak-ng', 'flite']

/**
 * Whether a program is there, by its own or another name.
 * @param {string} program
 * @param {(name: string) => unknown} which
 */
export function hasProgram(program, which) {
  return [program, ...(otherNames[program] ?? [])].some((name) => Boolean(which(name)))
}

/** The names of libraries the linker did not find, from the output of `ldd`. */
export function missingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  return [...new Set(names)]
}

/**
 * The packages to install for what is missing. Newer releases renamed some (`…t64`).
 * @param {{ libraries: string[], programs: string[] }} missing
 * @param {(name: string) => boolean} isKnown whether the system's package list has a name
 */
export function packagesFor({ libraries, programs }, isKnown) {
  const ofPrograms = programs.map((program) => {
    const candidates = programPackages[program]
    return candidates.find((name) => isKnown(name)) ?? candidates[0]
  })
  const names = [...new Set(ofPrograms), ...(libraries.length > 0 ? libraryPackages : [])]
  return names.map((name) => (isKnown(`${name}t64`) ? `${name}t64` : name))
}
