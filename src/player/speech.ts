/** What a reply tells: spoken words stand bare in the text files, what is seen stands in brackets or around quotation marks. */
const IS_TOLD = /^\(|[“„«»]/

/** Whether a reply tells what is seen, with quotation marks of its own around what is said: it is shown as it stands. */
export const isTold = (text: string): boolean => IS_TOLD.test(text)

/** What of a reply a voice says: all of it, or only what stands in its own quotation marks; nothing of what is only seen. */
export function spokenIn(text: string): string {
  if (!IS_TOLD.test(text)) return text
  return [...text.matchAll(/[“„«]([^“”„«»]*)[”“»]/g)].map(([, words]) => words).join(' ')
}
