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

const programPackages = { 'xvfb-run': 'xvfb', xauth: 'xauth', pdftotext: 'poppler-utils', qpdf: 'qpdf' }

/** The programs a virtual display needs. */
export const displayPrograms = ['xvfb-run', 'xauth']

/** The programs the tests look at PDF files with. */
export const testPrograms = ['pdftotext', 'qpdf']

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
  const names = [
    ...programs.map((program) => programPackages[program]),
    ...(libraries.length > 0 ? libraryPackages : []),
  ]
  return names.map((name) => (isKnown(`${name}t64`) ? `${name}t64` : name))
}
