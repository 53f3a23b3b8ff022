/** Where documents begin in what a chart renders. */

/** Numbers in a segment: an offset, and two that say what stands from there on. */
export const SEGMENT = 3

interface Text {
  readonly text: string
  readonly segments?: readonly number[]
}

/** The line break behind it was cut away, as by `{{- if … }}`: Helm begins a document all the same, and YAML does not. */
const GLUED = /^---(?=[^\s-])/gm

/** With the line break, which is in no template. */
export function separated<File extends Text>(file: File): File {
  const ends = [...file.text.matchAll(GLUED)].map(({ index }) => index + 3)
  if (ends.length === 0) return file
  const shifted = (offset: number) => offset + ends.filter((end) => end <= offset).length
  const text = file.text.replaceAll(GLUED, '---\n')
  return { ...file, text, ...(file.segments === undefined ? {} : { segments: file.segments.map((value, index) => (index % SEGMENT === 0 ? shifted(value) : value)) }) }
}
