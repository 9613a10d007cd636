import { latin1, type PdfDict, type PdfStream, type PdfValue } from './values'

function numberText(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0)
  return value.toFixed(5).replace(/0+$/, '')
}

function nameText(name: string): string {
  const escaped = name.replace(/[^!-~]|[()<>[\]{}/%#]/g, (sign) => {
    return `#${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
  })
  return `/${escaped}`
}

function stringText(bytes: Uint8Array, hex: boolean): string {
  if (hex) return `<${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}>`
  return `(${latin1(bytes)
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r')})`
}

function dictText({ entries }: PdfDict): string {
  const pairs = Array.from(entries, ([key, value]) => `${nameText(key)} ${serialise(value)}`)
  return `<< ${pairs.join(' ')} >>`
}

/**
 * A value as a PDF holds it (7.3); each character of the text is one byte. Of a stream only its dictionary
 * is written.
 */
export function serialise(value: PdfValue | PdfStream): string {
  switch (value.kind) {
    case 'null':
      return 'null'
    case 'boolean':
      return String(value.value)
    case 'number':
      return numberText(value.value)
    case 'name':
      return nameText(value.name)
    case 'string':
      return stringText(value.bytes, value.hex)
    case 'ref':
      return `${value.num} ${value.gen} R`
    case 'array':
      return `[${value.items.map(serialise).join(' ')}]`
    case 'dict':
      return dictText(value)
    case 'stream':
      return dictText(value.dict)
  }
}
