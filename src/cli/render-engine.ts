/** The engine that renders charts and builds kustomizations: one for all of a run, for its threads take their time to begin. */
import { RenderEngine } from '../render/engine.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Inputs } from './inputs.ts'

export const renderEngineOf = (found: Pick<Inputs, 'renderEngine'>): RenderEngine => (found.renderEngine ??= new RenderEngine(cacheFolder()))
