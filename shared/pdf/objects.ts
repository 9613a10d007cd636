import { spend, type Budget } from './budget'
import { unreadable } from './fault'
import { decoded, type Inflate } from './filters'
import { Lexer } from './lexer'
import { NULL, type PdfDict, type PdfStream, type PdfValue, type Span } from './values'
import type { XrefEntry } from './xref'

/** An object with the place it was read from: of its own from `obj` header to `endobj`, or packed. */
export type PdfObject = {
  readonly num: number
  readonly gen: number
  readonly value: PdfValue
  readonly place:
    | { readonly kind: 'file'; readonly span: Span }
    | { readonly kind: 'packed'; readonly container: number; readonly index: number }
}

/** The longest chain of references followed to a value. */
const LONGEST_CHAIN = 32

/** How many objects may be needed to read one: its stream's length, its object stream, the length of that. */
const DEEPEST = 20

/** Reads objects by number out of a file whose cross-references are known; each is read once. */
export class Objects {
  readonly #bytes: Uint8Array
  readonly #end: number
  readonly #budget: Budget
  readonly #inflate: Inflate
  #entries: ReadonlyMap<number, XrefEntry> = new Map()
  readonly #read = new Map<number, PdfObject | null>()
  readonly #containers = new Map<number, readonly (readonly [number, PdfValue])[]>()
  readonly #open = new Set<number>()

  constructor(bytes: Uint8Array, end: number, budget: Budget, inflate: Inflate) {
    this.#bytes = bytes
    this.#end = end
    this.#budget = budget
    this.#inflate = inflate
  }

  /** From now on objects are found through these cross-references. */
  use(entries: ReadonlyMap<number, XrefEntry>): void {
    this.#entries = entries
  }

  /** The object of that number, or null where there is none. */
  load(num: number): PdfObject | null {
    const known = this.#read.get(num)
    if (known !== undefined) return known
    if (this.#open.has(num)) unreadable(`Object ${num} of this PDF needs itself to be read.`, 'circle')
    if (this.#open.size > DEEPEST) unreadable('This PDF needs too many objects to read one.', 'tooDeep')
    this.#open.add(num)
    const object = this.#find(num)
    this.#open.delete(num)
    this.#read.set(num, object)
    return object
  }

  #find(num: number): PdfObject | null {
    const entry = this.#entries.get(num)
    if (entry === undefined || entry.kind === 'free' || num === 0) return null
    if (entry.kind === 'packed') return this.#packed(num, entry.container, entry.index)
    const object = this.at(entry.offset)
    if (object.num !== num || object.gen !== entry.gen)
      unreadable(`Object ${num} of this PDF is not where it should be.`)
    return object
  }

  /** What a value stands for: references are followed, to null where there is nothing or they run in a circle. */
  resolve = (value: PdfValue | undefined): PdfValue => {
    let found = value ?? NULL
    for (let steps = 0; found.kind === 'ref'; steps += 1) {
      if (steps > LONGEST_CHAIN) return NULL
      const object = this.load(found.num)
      found = object !== null && object.gen === found.gen ? object.value : NULL
    }
    return found
  }

  /** The object whose header stands at that offset. */
  at(offset: number): PdfObject {
    const lexer = new Lexer(this.#bytes, { start: offset, end: this.#end }, this.#budget)
    const lost = `This PDF has no object at byte ${offset}, where one should be: it is cut off or broken.`
    if (offset >= this.#end) unreadable(lost, 'cutOff')
    const num = lexer.whole()
    const gen = lexer.whole()
    if (num === null || gen === null || !lexer.accept('obj')) return unreadable(lost)
    const value = this.#withStream(lexer, lexer.value(), num)
    if (!lexer.accept('endobj')) unreadable(`Object ${num} of this PDF does not end where it should.`)
    return { num, gen, value, place: { kind: 'file', span: { start: offset, end: lexer.position } } }
  }

  #withStream(lexer: Lexer, value: PdfValue, num: number): PdfValue {
    if (value.kind !== 'dict' || !lexer.accept('stream')) return value
    if (lexer.peek() === 13) lexer.position += 1
    if (lexer.peek() !== 10)
      unreadable(`The stream of object ${num} of this PDF does not begin as it should.`)
    const start = lexer.position + 1
    const length = this.resolve(value.entries.get('Length'))
    if (length.kind !== 'number' || !Number.isInteger(length.value) || length.value < 0)
      unreadable(`The stream of object ${num} of this PDF does not say how long it is.`)
    const end = start + length.value
    if (end > this.#end)
      unreadable(`Object ${num} of this PDF says that it goes on behind the end of the file.`, 'cutOff')
    lexer.position = end
    if (!lexer.accept('endstream'))
      unreadable(`The stream of object ${num} of this PDF is not as long as it says.`)
    return { kind: 'stream', dict: value, span: { start, end } }
  }

  /** The data of a stream, unpacked. */
  data({ dict, span }: PdfStream): Uint8Array {
    const raw = this.#bytes.subarray(span.start, span.end)
    return decoded(raw, dict, { inflate: this.#inflate, budget: this.#budget, resolve: this.resolve })
  }

  #packed(num: number, container: number, index: number): PdfObject {
    const found = this.#contents(container)[index]
    if (found === undefined || found[0] !== num)
      return unreadable(`Object ${num} of this PDF is not where it should be.`)
    return { num, gen: 0, value: found[1], place: { kind: 'packed', container, index } }
  }

  #contents(container: number): readonly (readonly [number, PdfValue])[] {
    const known = this.#containers.get(container)
    if (known !== undefined) return known
    if (this.#entries.get(container)?.kind !== 'offset')
      unreadable(`Object stream ${container} of this PDF is not where it should be.`)
    const value = this.load(container)?.value ?? NULL
    if (value.kind !== 'stream') return unreadable(`Object ${container} of this PDF is no object stream.`)
    const contents = this.#unpacked(value, container)
    this.#containers.set(container, contents)
    return contents
  }

  #unpacked(stream: PdfStream, container: number): readonly (readonly [number, PdfValue])[] {
    const data = this.data(stream)
    const [count, first] = ['N', 'First'].map((key) => wholeOf(stream.dict, key, this.resolve))
    if (count === undefined || first === undefined || first > data.length || count > data.length)
      return unreadable(`Object stream ${container} of this PDF is broken.`)
    const head = new Lexer(data, { start: 0, end: first }, this.#budget, 'packed')
    return Array.from({ length: count }, () => {
      const num = head.whole()
      const offset = head.whole()
      if (num === null || offset === null)
        return unreadable(`Object stream ${container} of this PDF is broken.`)
      spend(this.#budget, 'objects')
      const lexer = new Lexer(data, { start: first + offset, end: data.length }, this.#budget, 'packed')
      return [num, lexer.value()] as const
    })
  }
}

function wholeOf(dict: PdfDict, key: string, resolve: Objects['resolve']): number | undefined {
  const value = resolve(dict.entries.get(key))
  return value.kind === 'number' && Number.isInteger(value.value) && value.value >= 0
    ? value.value
    : undefined
}
