import type { VoiceLanguage } from './events'

/** The speech sounds of each language, by the names that its dictionary gives them. */
export const PHONES: Readonly<Record<VoiceLanguage, readonly string[]>> = {
  en: 'AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH'.split(
    ' ',
  ),
  fr: 'aa ai an au bb ch dd ee ei eu ff gg gn ii in jj kk ll mm nn oe on oo ou pp rr ss tt un uu uy vv ww yy zz'.split(
    ' ',
  ),
}
