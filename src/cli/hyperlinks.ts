import type { Host } from './host.ts'

const PROGRAMS: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio', 'Tabby', 'zed', 'WarpTerminal'])
const TERMINALS = /^(xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/
/** Variables that only terminals with links set. */
const SIGNS = ['WT_SESSION', 'KITTY_WINDOW_ID', 'ALACRITTY_WINDOW_ID', 'DOMTERM', 'KONSOLE_VERSION', 'GHOSTTY_RESOURCES_DIR'] as const
/** What VTE, the widget of GNOME's and many other terminals, needs for links: 0.50.1, since 0.50.0 crashed. */
const VTE = 5001

/** Whether the terminal shows links as such. Nothing asks it: those that do not know them mostly show the text alone, but some show the address too. `FORCE_HYPERLINK` decides, as in other programs. */
export function hasHyperlinks(env: Host['env']): boolean {
  const force = env['FORCE_HYPERLINK']
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  // The log of a CI server is no terminal, even where it has colours.
  if (env['CI'] !== undefined || env['TEAMCITY_VERSION'] !== undefined) return false
  return PROGRAMS.has(env['TERM_PROGRAM'] ?? '') || TERMINALS.test(env['TERM'] ?? '') || SIGNS.some((name) => env[name] !== undefined) || Number(env['VTE_VERSION'] ?? 0) >= VTE
}
