/**
 * How soon V8 optimises: see src/cli/tuning.ts. While a flag is not as usual, V8 refuses code that was compiled without it. That includes what Node has of itself, without which a thread takes twice as
 * long to begin.
 */
const USUAL = '--interrupt-budget=67584'
const LATE = '--interrupt-budget=264000'

let isLate = false
let beginning = 0
let set: (flag: string) => void

/** `setFlag` comes from whoever decides it: to load `node:v8` takes its time. */
export function optimiseLate(setFlag: typeof set): void {
  isLate = true
  set = setFlag
  set(LATE)
}

/** For what loads code that is compiled already. */
export function asUsual<T>(load: () => T): T {
  if (!isLate || beginning > 0) return load()
  set(USUAL)
  try {
    return load()
  } finally {
    set(LATE)
  }
}

/** Until what it gives is called: for a thread that begins. */
export function stayUsual(): () => void {
  if (beginning++ === 0 && isLate) set(USUAL)
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    if (--beginning === 0 && isLate) set(LATE)
  }
}
