declare const brand: unique symbol
/** A string that has been checked to be an id of the given kind; plain data at run time. */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind }

/** Identifies one thing a trainee can do, e.g. `unlock:door`, `say:explain-lamp`, `go:threshold`, `end:session`. */
export type ActId = Branded<'ActId'>
export type CriterionId = Branded<'CriterionId'>

export const actId = (verb: string, target: string): ActId => `${verb}:${target}` as ActId
/** Things a layer owns carry its name, so that two teachers can both have a line called `explain`. */
export const ownedId = (owner: string | undefined, id: string): string => (owner ? `${owner}.${id}` : id)
