/** Names that a settings file may have; the first one that is there counts. */
export const SETTINGS_NAMES = ['podlint.yaml', '.podlint.yaml', 'podlint.yml'] as const
