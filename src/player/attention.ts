import { createStore } from 'zustand/vanilla'

/**
 * What one view of a page asks of another without knowing it: that somebody be spoken to (a role of the cast, or
 * `notes`), with the phrase book if need be, or that hands and eyes go back to the room. Where there is no view of the room nobody answers.
 */
export type Attention = { readonly on: 'speech' | 'phrases'; readonly to: string } | { readonly on: 'room' }

/** The latest request of a page; a request made twice is two requests. */
export const createAttention = () =>
  createStore<{ readonly asked: Attention | undefined }>(() => ({ asked: undefined }))
