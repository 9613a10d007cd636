/*
 * Stands in for the default application of an Electron that comes without one:
 * opens the folder or file given on the command line, as `electron <folder>` does.
 */
const { existsSync, readFileSync, statSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { app } = require('electron')

function scan(argv) {
  const preloads = []
  for (let i = 1; i < argv.length; i += 1) {
    if (argv[i] === '-r' || argv[i] === '--require') {
      i += 1
      if (argv[i]) preloads.push(argv[i])
    } else if (!argv[i].startsWith('-')) {
      return { preloads, target: argv[i] }
    }
  }
  return { preloads, target: undefined }
}

function open(target) {
  const place = path.resolve(target)
  const isFolder = statSync(place).isDirectory()
  const folder = isFolder ? place : path.dirname(place)
  const manifest = path.join(folder, 'package.json')
  const about = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}

  const name = about.productName || about.name
  if (name) app.setName(name)
  if (about.version) app.setVersion(about.version)
  app.setAppPath(folder)
  const chosen = app.commandLine.getSwitchValue('user-data-dir')
  app.setPath('userData', chosen ? path.resolve(chosen) : path.join(app.getPath('appData'), app.getName()))

  const main = isFolder ? path.join(folder, about.main || 'index.js') : place
  Module._load(Module._resolveFilename(main, null, true), null, true)
}

process.defaultApp = true
for (const file of scan(process.argv).preloads) require(path.resolve(file))
// Read again: a file that was required first may have taken its own arguments away.
const { target } = scan(process.argv)
try {
  if (!target) throw new Error('name the folder of an application, as in: electron FOLDER')
  open(target)
} catch (error) {
  process.stderr.write(`${target ? `${target}: ${error.stack}` : error.message}\n`)
  app.exit(1)
}
