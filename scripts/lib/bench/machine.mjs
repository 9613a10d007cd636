/** What a measurement was made on, without a name or a path of anybody's machine. */
import { readFileSync, statSync } from 'node:fs'
import os from 'node:os'

const textOf = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The kind of file system a device holds, from the text of /proc/self/mountinfo. */
export function fileSystemOf(device, mountinfo) {
  const line = mountinfo.split('\n').find((each) => each.split(' ')[2] === device)
  return line?.split(' - ')[1]?.split(' ')[0]
}

/** Device numbers of a folder as Linux writes them: `254:1`. */
function deviceOf(folder) {
  const { dev } = statSync(folder, { bigint: true })
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn)
  const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn)
  return `${major}:${minor}`
}

/** The kind of disk below a folder, as far as the system says. */
function diskOf(folder) {
  if (process.platform !== 'linux') return 'unknown'
  const device = deviceOf(folder)
  const place = `/sys/dev/block/${device}`
  const turns = textOf(`${place}/queue/rotational`) || textOf(`${place}/../queue/rotational`)
  const kind = { 0: 'solid state or virtual', 1: 'rotating or virtual' }[turns.trim()] ?? 'kind unknown'
  return `${kind}, ${fileSystemOf(device, textOf('/proc/self/mountinfo')) ?? 'file system unknown'}`
}

function systemName() {
  const pretty = /^PRETTY_NAME="?([^"\n]*)/m.exec(textOf('/etc/os-release'))?.[1]
  return [pretty, os.type(), os.release(), os.arch()].filter(Boolean).join(', ')
}

/** Label and value, line by line; `runtime` names what the app ran on. */
export function machineLines(folder, load, runtime = {}) {
  const cpus = os.cpus()
  return [
    ['Processor', (cpus[0]?.model ?? 'unknown').trim()],
    ['Cores', String(cpus.length)],
    ['Load before and after', load.map((each) => each.toFixed(1)).join(', ')],
    ['Memory', `${Math.round(os.totalmem() / 2 ** 30)} GB`],
    ['Disk', diskOf(folder)],
    ['System', systemName()],
    ['Node', process.versions.node],
    ...Object.entries(runtime),
  ]
}
