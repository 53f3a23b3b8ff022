// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import eventsEvent from '../schema/constraints/events/event.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    eventsEvent,
  ],
}
