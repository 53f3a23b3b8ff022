/** The beginnings of the SHA-256 of the files of the modules of Go as they lie in dist. Written by engine/build.mjs. */
export const MODULE_IDS = { cel: { code: '3f9736854f4e3dd8', memory: 'ec80887a5f2107fb' }, render: { code: 'eac6e9863358057c', memory: 'ee0f134db43a7f5f' } } as const

/** What an engine answers hangs on both files. */
export const engineId = (name: keyof typeof MODULE_IDS): string => MODULE_IDS[name].code + MODULE_IDS[name].memory
