/** How each state of a search was first reached: from which state, and by which move. States count from 0 in order. */
export class Trail {
  private parents = new Int32Array(1024)
  private moves = new Int32Array(1024)

  get bytes(): number {
    return this.parents.byteLength + this.moves.byteLength
  }

  /** A state that a search begins in. */
  begin(state: number, start: number): void {
    this.put(state, ~start, -1)
  }

  /** A state that a move leads to for the first time. */
  put(state: number, from: number, move: number): void {
    if (state >= this.parents.length) {
      this.parents = doubled(this.parents)
      this.moves = doubled(this.moves)
    }
    this.parents[state] = from
    this.moves[state] = move
  }

  /** The start a state goes back to, and the moves from there. */
  back(state: number): { readonly start: number; readonly moves: readonly number[] } {
    const moves: number[] = []
    let at = state
    for (; (this.parents[at] as number) >= 0; at = this.parents[at] as number) moves.push(this.moves[at] as number)
    return { start: ~(this.parents[at] as number), moves: moves.reverse() }
  }
}

const doubled = (list: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(list.length * 2)
  larger.set(list)
  return larger
}
