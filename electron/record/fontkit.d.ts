/** The part of fontkit (a dependency of pdfmake) that glyph outlines are read with. */
declare module 'fontkit' {
  export type PathCommand = { readonly command: string; readonly args: readonly number[] }
  export type Glyph = { readonly path: { readonly commands: readonly PathCommand[] } }
  export type GlyphPosition = {
    readonly xAdvance: number
    readonly xOffset: number
    readonly yOffset: number
  }
  export type GlyphRun = { readonly glyphs: readonly Glyph[]; readonly positions: readonly GlyphPosition[] }
  export type Font = { readonly unitsPerEm: number; layout(text: string): GlyphRun }
  export function create(bytes: Uint8Array): Font
}
