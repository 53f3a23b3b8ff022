/** The beginnings of the SHA-256 of the files of the modules of Go as they lie in dist. Written by engine/build.mjs. */
export const MODULE_IDS = { cel: { code: '3f9736854f4e3dd8', memory: 'ec80887a5f2107fb' }, render: { code: '9b85ac80527e7573', memory: '01ad36dd9d3264ab' } } as const

/** What an engine answers hangs on both files. */
export const engineId = (name: keyof typeof MODULE_IDS): string => MODULE_IDS[name].code + MODULE_IDS[name].memory
