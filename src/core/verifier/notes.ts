/**
 * What one step read of the state it began in, and what it wrote: the step is a function of the one, and changes nothing
 * but the other.
 */
export class Notes {
  /** variables that were read before they were written, in order */ readonly read: number[] = []
  /** variables that were written */ readonly written: number[] = []
  /** timers that were set or stopped */ readonly timers: number[] = []
  private readonly n: number
  /** number of the step in which a variable was read last, and in which it was written last */
  private readonly readIn: Int32Array
  private readonly writtenIn: Int32Array
  private step = 0

  /** @param kept for each variable, whether a state holds it; what follows from those it holds need not be noted */
  constructor(private readonly kept: Uint8Array) {
    this.n = kept.length
    this.readIn = new Int32Array(this.n)
    this.writtenIn = new Int32Array(this.n)
  }

  begin(): void {
    this.step++
    this.read.length = 0
    this.written.length = 0
    this.timers.length = 0
  }

  /** @param index of the values now; or, from `n` on, of the values before the step, which are those it began in */
  reads(index: number): void {
    const isBefore = index >= this.n
    const variable = isBefore ? index - this.n : index
    if (this.readIn[variable] === this.step || !this.kept[variable]) return
    if (!isBefore && this.writtenIn[variable] === this.step) return
    this.readIn[variable] = this.step
    this.read.push(variable)
  }

  writes(variable: number): void {
    if (this.writtenIn[variable] === this.step || !this.kept[variable]) return
    this.writtenIn[variable] = this.step
    this.written.push(variable)
  }

  clocks(timer: number): void {
    if (!this.timers.includes(timer)) this.timers.push(timer)
  }
}
