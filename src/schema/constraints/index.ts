// Made by scripts/generate.mjs from the names of the files.
import type { ConstraintSet } from '../constraints.ts'
import coreContainerPort from './core/container-port.ts'
import coreContainer from './core/container.ts'
import coreLifecycleHandler from './core/lifecycle-handler.ts'
import coreProbe from './core/probe.ts'
import coreResourceRequirements from './core/resource-requirements.ts'
import metaLabelSelector from './meta/label-selector.ts'
import metaObjectMeta from './meta/object-meta.ts'

export const constraintSets: readonly ConstraintSet[] = [coreContainerPort, coreContainer, coreLifecycleHandler, coreProbe, coreResourceRequirements, metaLabelSelector, metaObjectMeta]
