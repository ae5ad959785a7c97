/** What a reply tells: spoken words stand bare in the text files, what is seen stands in brackets or around quotation marks. */
const IS_TOLD = /^\(|[“„«»]/

/** A reply as it is shown: spoken words get quotation marks; “He nods. ‘Yes.’” has its own, “(He nods.)” needs none. */
export const quoted = (text: string): string => (IS_TOLD.test(text) ? text : `“${text}”`)

/** What of a reply a voice says: all of it, or only what stands in its own quotation marks; nothing of what is only seen. */
export function spokenIn(text: string): string {
  if (!IS_TOLD.test(text)) return text
  return [...text.matchAll(/[“„«]([^“”„«»]*)[”“»]/g)].map(([, words]) => words).join(' ')
}
