import type { Diagnostic, Report } from '../diagnostic.ts'
import { byFile } from './by-file.ts'
import { escapeXml, xmlAttributes } from './xml.ts'

/**
 * JUnit XML as Jenkins and GitLab read it: a test suite for each file with findings, a failed test case for each error and warning, a passed one for each
 * info. Names of test cases hold no line numbers, so that a CI server knows a finding again. Without findings there is one test case, passed or, when nothing was
 * checked, skipped, since servers take a report without any for a mistake. There are no times: equal runs give equal reports.
 */
export default function junit({ diagnostics, rules, summary }: Report): string {
  const suites = [...byFile(diagnostics)].map(([file, found]) => suite(file, found, found.map((each) => testCase(each, rules))))
  if (suites.length === 0) {
    const attributes = xmlAttributes({ name: summary.resources === 0 ? 'nothing was checked' : 'no findings', classname: 'podlint' })
    suites.push(summary.resources === 0 ? suite('podlint', [], [`    <testcase${attributes}><skipped/></testcase>`], 1) : suite('podlint', [], [`    <testcase${attributes}/>`]))
  }
  const counts = { tests: Math.max(1, diagnostics.length), failures: diagnostics.filter(isFailure).length, errors: 0 }
  return ['<?xml version="1.0" encoding="utf-8"?>', `<testsuites${xmlAttributes({ name: 'podlint', ...counts })}>`, ...suites, '</testsuites>', ''].join('\n')
}

const isFailure = ({ severity }: Diagnostic): boolean => severity !== 'info'

function suite(name: string, found: Diagnostic[], cases: string[], skipped = 0): string {
  const attributes = { name, tests: cases.length, failures: found.filter(isFailure).length, errors: 0, skipped }
  return [`  <testsuite${xmlAttributes(attributes)}>`, ...cases, '  </testsuite>'].join('\n')
}

function testCase(diagnostic: Diagnostic, rules: Report['rules']): string {
  const { rule, object, path, file, origin, start, severity, message, url } = diagnostic
  const name = [rule, object, path].filter((part) => part !== '').join(' ')
  const details = [`${file}:${start.line}:${start.column}: ${message}`, origin && `rendered from ${origin}`, rules.get(rule)?.howToFix, url].filter((line) => line !== undefined && line !== '')
  const result = isFailure(diagnostic)
    ? `<failure${xmlAttributes({ type: severity, message })}>${escapeXml(details.join('\n'))}</failure>`
    : `<system-out>${escapeXml(details.join('\n'))}</system-out>`
  return `    <testcase${xmlAttributes({ name, classname: file })}>${result}</testcase>`
}
