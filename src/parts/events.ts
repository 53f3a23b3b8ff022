// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import eventsEvent from '../schema/constraints/events/event.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    eventsEvent,
  ],
  constrained: "core/v1 Event\nevents/v1 Event\nevents/v1 EventSeries",
}
