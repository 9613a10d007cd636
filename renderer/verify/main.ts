import { serve, verifyInWorker } from './inWorker'
import { reportNodes } from './report'

const LARGEST = 64_000_000

function part(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no ${id}`)
  return found
}

function say(text: string): void {
  part('said').textContent = text
}

/** Why a file is not even tried, or null. */
function refusal(file: File): string | null {
  if (!('subtle' in crypto))
    return 'This browser does not check signatures on pages opened from a file. Open the page in another browser.'
  if (file.size > LARGEST) return `This file is larger than ${LARGEST / 1_000_000} MB: it is not checked.`
  return null
}

/** Counts the files that were chosen: the last one chosen is the one that is shown. */
let round = 0

async function check(file: File, script: string): Promise<void> {
  const own = (round += 1)
  const result = part('result')
  result.hidden = true
  const refused = refusal(file)
  if (refused !== null) return say(refused)
  say(`Checking ${file.name} …`)
  const bytes = await file.arrayBuffer().catch(() => null)
  if (own !== round) return
  if (bytes === null) return say('This file cannot be read.')
  const report = await verifyInWorker(bytes, script).catch(() => null)
  if (own !== round) return
  if (report === null)
    return say('This page failed on this file: it is not checked. Lectern itself may check it.')
  say(`Checked ${file.name}.`)
  result.replaceChildren(...reportNodes(file.name, report))
  result.dataset['verdict'] = report.verdict
  result.hidden = false
}

function start(script: string): void {
  const input = part('file')
  const drop = part('drop')
  input.addEventListener('change', () => {
    const [file] = input instanceof HTMLInputElement && input.files !== null ? Array.from(input.files) : []
    if (file !== undefined) void check(file, script)
  })
  for (const name of ['dragenter', 'dragover'])
    document.addEventListener(name, (event) => {
      event.preventDefault()
      drop.classList.add('over')
    })
  document.addEventListener('dragleave', () => drop.classList.remove('over'))
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    const [file] = Array.from(event.dataTransfer?.files ?? [])
    if (file !== undefined) void check(file, script)
  })
}

if (typeof document === 'undefined') serve()
else start(document.currentScript?.textContent ?? '')
