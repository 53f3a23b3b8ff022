/** The beginnings of the SHA-256 of the modules of Go as they lie in dist. Written by engine/build.mjs. */
export const MODULE_IDS = { cel: '2352703c7e89234f', render: 'fcdf67169af927a9' } as const
