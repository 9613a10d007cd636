import { describe, expect, it } from 'vitest'

import { soundOfLetters } from '../../../shared/voice/lettersEn'
import { soundOfLettersFr } from '../../../shared/voice/lettersFr'
import { numberWays } from '../../../shared/voice/numbersEn'
import { numberWaysFr } from '../../../shared/voice/numbersFr'
import { PHONES } from '../../../shared/voice/phones'
import { pronouncer } from '../../../shared/voice/pronounce'

const DICTIONARY: Readonly<Record<string, readonly string[]>> = {
  roll: ['R OW L'],
  back: ['B AE K'],
  deploy: ['D IH P L OY'],
  read: ['R EH D', 'R IY D'],
  a: ['AH', 'EY'],
  p: ['P IY'],
  i: ['AY'],
  four: ['F AO R'],
  two: ['T UW'],
  point: ['P OY N T'],
  fifteen: ['F IH F T IY N'],
  percent: ['P ER S EH N T'],
  "l'": ['ll'],
  impact: ['in pp aa kk tt'],
}
const lookup = (word: string) => DICTIONARY[word] ?? []
const words = (ways: readonly (readonly string[])[]) => ways.map((way) => way.join(' '))

describe('numbers in English', () => {
  it.each([
    ['0', 'zero'],
    ['16', 'sixteen'],
    ['42', 'forty two'],
    ['400', 'four hundred'],
    ['1,200', 'one thousand two hundred'],
    ['1000000', 'one million'],
    ['3rd', 'third'],
    ['24th', 'twenty fourth'],
    ['15%', 'fifteen percent'],
    ['$40', 'forty dollars'],
    ['4.2', 'four point two'],
  ])('%s is read as %s', (text, read) => {
    expect(words(numberWays(text))[0]).toBe(read)
  })

  it.each([
    ['2026', 'twenty twenty six'],
    ['1905', 'nineteen oh five'],
    ['105', 'one hundred and five'],
    ['25', 'the twenty fifth of'],
    ['00', "o'clock"],
    ['05', 'oh five'],
    ['100', 'a hundred'],
    ['4.2.1', 'four point two point one'],
    ['4.12', 'four point twelve'],
  ])('%s can be read as %s', (text, read) => {
    expect(words(numberWays(text))).toContain(read)
  })

  it('are no other text', () => {
    expect(numberWays('release')).toEqual([])
    expect(numberWays('p95')).toEqual([])
  })
})

describe('numbers in French', () => {
  it.each([
    ['21', 'vingt et un'],
    ['71', 'soixante et onze'],
    ['80', 'quatre vingt'],
    ['99', 'quatre vingt dix neuf'],
    ['1984', 'mille neuf cent quatre vingt quatre'],
    ['15%', 'quinze pour cent'],
    ['4,2', 'quatre virgule deux'],
  ])('%s is read as %s', (text, read) => {
    expect(words(numberWaysFr(text))[0]).toBe(read)
  })
})

describe('how a word sounds', () => {
  const english = pronouncer('en', lookup)

  it('is what the dictionary says, in all its ways', () => {
    expect(english('Read')).toEqual([['R EH D'], ['R IY D']])
  })

  it('is put together where the word is', () => {
    expect(english('rollback')).toEqual([['R OW L B AE K']])
    expect(english('deployed')).toEqual([['D IH P L OY D']])
    expect(english("rollback's")).toEqual([['R OW L B AE K S']])
  })

  it('is letter by letter for capitals, with numbers in words', () => {
    expect(english('API')[0]).toEqual(['EY', 'P IY', 'AY'])
    expect(english('4.2')[0]).toEqual(['F AO R', 'P OY N T', 'T UW'])
    expect(english('P4')).toEqual([['P IY', 'F AO R']])
  })

  it('is guessed from the letters of a name', () => {
    expect(english('Priya')).toEqual([['P R IH IY AH']])
    expect(pronouncer('fr', lookup)("l'impact")).toEqual([['ll in pp aa kk tt']])
  })

  it('is nothing where there are no letters that sound', () => {
    expect(english('東京')).toEqual([])
  })

  it('uses no phone that the model lacks', () => {
    const names =
      'Kowalczyk Ramanathan Nguyen Xavier Zoë Müller queue rhythm Schwarzenegger yacht Siobhan'.split(' ')
    const en = names.flatMap((name) => soundOfLetters(name).split(' '))
    const fr = names.flatMap((name) => soundOfLettersFr(name).split(' '))
    expect(en.filter((phone) => !PHONES.en.includes(phone))).toEqual([])
    expect(fr.filter((phone) => !PHONES.fr.includes(phone))).toEqual([])
  })
})
