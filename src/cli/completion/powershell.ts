import type { Completed } from './completed.ts'

export function powershell({ commands, flags }: Completed): string {
  const list = (words: readonly string[]) => `@(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')})`
  const withWords = flags.filter(({ words }) => words.length > 0).flatMap(({ spellings, words }) => spellings.map((spelling) => `    '${spelling}' = ${list(words)}\n`))
  const summaries = flags.map(({ spellings: [long], summary }) => `    '${long}' = '${summary.replaceAll("'", "''")}'\n`)
  return `# Completion of podlint for PowerShell. In $PROFILE: podlint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName podlint -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${Object.entries(commands).map(([command, words]) => `    '${command}' = ${list(words)}\n`).join('')}  }
  # Short flags differ in their case.
  $values = New-Object System.Collections.Hashtable ([StringComparer]::Ordinal)
  @{
${withWords.filter((text) => text.startsWith("    '--")).join('')}  }.GetEnumerator() | ForEach-Object { $values[$_.Key] = $_.Value }
${withWords.filter((text) => !text.startsWith("    '--")).map((text) => `  $values[${text.trim().replace(' = ', '] = ')}\n`).join('')}  $flags = [ordered]@{
${summaries.join('')}  }
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $before = ''
  $current = $wordToComplete
  $known = $null
  if ($current -match '^(--[a-z-]+=)(.*)$') { $before = $Matches[1]; $current = $Matches[2]; $known = $values[$before.TrimEnd('=')] }
  elseif ($words.Count -gt 0) { $known = $values[$words[-1]] }
  if ($known) {
    if ($current -match '^(.*,)([^,]*)$') { $before += $Matches[1]; $current = $Matches[2] }
  } elseif ($current.StartsWith('-')) { $known = @($flags.Keys) }
  else {
    $command = $words | Where-Object { $commands.Contains($_) } | Select-Object -First 1
    $known = if ($command) { $commands[$command] } else { @($commands.Keys) }
  }
  $known | Where-Object { $_ -like "$current*" } | ForEach-Object {
    $tip = if ($flags.Contains($_)) { $flags[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new("$before$_", $_, 'ParameterValue', $tip)
  }
}
`
}
