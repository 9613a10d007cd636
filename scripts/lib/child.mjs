/** Child processes: quiet ones whose output is kept, and ones that talk to the user directly. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { root } from './paths.mjs'

/**
 * Runs a program quietly, without standard input. Never throws: a program that cannot be
 * started ends with code 127 and the reason in `stderr`.
 * @returns {Promise<{ code: number, stdout: string, stderr: string, all: string }>}
 */
export function run(command, args, { cwd = root, env = process.env, timeoutMs, shell = false } = {}) {
  return new Promise((done) => {
    const result = { code: 127, stdout: '', stderr: '', all: '' }
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(timeoutMs ? { timeout: timeoutMs } : {}),
    })
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        result[name] += text
        result.all += text
      })
    }
    child.on('error', (error) => done({ ...result, stderr: error.message, all: error.message }))
    child.on('close', (code, signal) => {
      const late = signal ? `\nstopped by ${signal}${timeoutMs ? ' (ETIMEDOUT)' : ''}` : ''
      done({ ...result, code: code ?? 1, stderr: result.stderr + late, all: result.all + late })
    })
  })
}

/**
 * Runs a program that talks to the user itself. Ctrl-C and a request to stop reach the program,
 * and this process waits for it. With `onStderrLine` stderr is handed over line by line.
 * @returns {Promise<number>} the exit code, 128 + n for a signal
 */
export function passThrough(
  command,
  args,
  { cwd = root, env = process.env, stdin = 'inherit', onStderrLine } = {},
) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: [stdin, 'inherit', onStderrLine ? 'pipe' : 'inherit'],
    })
    const stay = () => {}
    const stop = () => child.kill('SIGTERM')
    process.on('SIGINT', stay).on('SIGTERM', stop).on('SIGHUP', stop)
    const after = () => process.off('SIGINT', stay).off('SIGTERM', stop).off('SIGHUP', stop)
    if (onStderrLine) lines(child.stderr, onStderrLine)
    child.on('error', (error) => {
      after()
      fail(error)
    })
    child.on('close', (code, signal) => {
      after()
      const signals = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGSEGV: 139, SIGTERM: 143 }
      done(code ?? signals[signal] ?? 1)
    })
  })
}

/** Calls back for every whole line of a stream, the last one too. */
export function lines(stream, callback) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop()
    for (const line of parts) callback(line)
  })
  stream.on('end', () => rest && callback(rest))
}

/** Runs npm with the Node that runs this script, whatever the platform calls npm. */
export function npm(args, options = {}) {
  const beside = [
    process.env.npm_execpath ?? '',
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path))
  if (beside) return run(process.execPath, [beside, ...args], options)
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options)
}

/** The full path of a program on PATH, or undefined. */
export function which(program, env = process.env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path))
}
