#!/usr/bin/env node
// Draws docs/images/terminal.svg from a real run over examples/.
// usage: node scripts/terminal-picture.mjs [--check]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const target = join(root, 'docs/images/terminal.svg')
const args = ['examples/shop.yaml']
const run = spawnSync(process.execPath, [join(root, 'dist/podlint.cjs'), '--color', 'always', '--no-config', ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '1', GITHUB_ACTIONS: '' } })
if (run.status !== 1) throw new Error(`podlint ended with ${run.status}: ${run.stderr}`)

const COLORS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 35: '#d2a8ff', 36: '#76e3ea', 90: '#8b949e' }
const WIDTH = 8.43
const HEIGHT = 19
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One line of a terminal as spans of an SVG text. */
function spans(line, style) {
  let result = ''
  for (const part of line.split(/(\u001B\[[\d;]*m)/)) {
    const code = /^\u001B\[([\d;]*)m$/.exec(part)
    if (code !== null) {
      for (const number of code[1] === '' ? ['0'] : code[1].split(';')) {
        if (number === '0') Object.assign(style, { color: undefined, bold: false, dim: false })
        else if (number === '1') style.bold = true
        else if (number === '2') style.dim = true
        else if (number === '22') Object.assign(style, { bold: false, dim: false })
        else if (number === '39') style.color = undefined
        else if (COLORS[number] !== undefined) style.color = COLORS[number]
      }
    } else if (part !== '') {
      const attributes = [style.color && `fill="${style.color}"`, style.bold && 'font-weight="bold"', style.dim && 'opacity="0.65"'].filter(Boolean).join(' ')
      result += `<tspan${attributes === '' ? '' : ` ${attributes}`}>${escape(part)}</tspan>`
    }
  }
  return result
}

const lines = [`$ podlint ${args.join(' ')}`, ...run.stdout.trimEnd().split('\n')]
const style = { color: undefined, bold: false, dim: false }
const longest = Math.max(...lines.map((line) => line.replace(/\u001B\[[\d;]*m/g, '').length))
const width = Math.ceil(longest * WIDTH + 40)
const height = lines.length * HEIGHT + 40
const rows = lines.map((line, index) => `  <text x="20" y="${index * HEIGHT + 34}" xml:space="preserve">${spans(line, style)}</text>`)
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <rect width="100%" height="100%" rx="8" fill="#0d1117"/>
  <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3">
${rows.join('\n')}
  </g>
</svg>
`
const fresh = existsSync(target) && readFileSync(target, 'utf8') === svg
if (process.argv.includes('--check')) {
  if (!fresh) {
    console.log('not fresh: docs/images/terminal.svg; run: node scripts/terminal-picture.mjs')
    process.exitCode = 1
  }
} else {
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, svg)
}
