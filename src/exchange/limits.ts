/** What an imported file may be at most: larger than any session, small enough that nothing hostile takes a second. */
export type ImportLimits = {
  readonly fileBytes: number
  readonly members: number
  /** unpacked */ readonly memberBytes: number
  /** unpacked, all together */ readonly totalBytes: number
  /** unpacked / packed of one member, from `ratioFromBytes` unpacked on */ readonly ratio: number
  readonly ratioFromBytes: number
}

const KIB = 1024
export const IMPORT_LIMITS: ImportLimits = {
  fileBytes: 4096 * KIB,
  members: 256,
  memberBytes: 3072 * KIB,
  totalBytes: 6144 * KIB,
  ratio: 120,
  ratioFromBytes: 64 * KIB,
}

/** Something wrong with a file: what, where in it, and what to do. */
export type FileProblem = { readonly what: string; readonly where: string; readonly cure: string }
