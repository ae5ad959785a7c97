import { z } from 'zod'
import { Id } from './place-schema.ts'
import { CEFR_LEVELS, PHRASE_MARKS, SPEECH_ACTS } from './vocabulary.ts'

export const LanguageId = z.string().regex(/^[a-z]{2}$/, 'a language of two letters, e.g. "et"')

const WordingShape = z.strictObject({
  text: z.string().min(1).max(300).describe('the phrase as it is written in this language'),
  roman: z.string().min(1).max(300).optional().describe('in Latin letters, from the source; for another script'),
  mark: z.enum(PHRASE_MARKS).optional().describe('where it differs from the phrase’s'),
})

const PhraseShape = z.strictObject({
  id: Id,
  use: Id.describe('what it is for; its name is the text `phrase-uses.<use>`'),
  say: z.enum(SPEECH_ACTS).exclude(['attempt', 'record']).describe('what one does by saying it'),
  level: z.enum(CEFR_LEVELS).optional().describe('how much of its language one needs to follow it; A1 without'),
  mark: z.enum(PHRASE_MARKS).describe('how sure the source is of it in every language'),
  in: z
    .record(LanguageId, WordingShape)
    .refine((wordings) => wordings.en !== undefined, 'English, in which the others are explained'),
})
export type Phrase = z.infer<typeof PhraseShape>
export type Wording = z.infer<typeof WordingShape>

/** A part of the phrase book: what can be said in languages the officer has not got. */
export const PhraseFile = z.strictObject({
  simcell: z.literal(1),
  phrases: z.array(PhraseShape).min(1).max(120),
})
export type PhraseData = z.infer<typeof PhraseFile>
