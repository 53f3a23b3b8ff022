/** Offers podlint as tasks. The problem matcher, the setting and the schema of `podlint.yaml` are in package.json alone. */
import * as vscode from 'vscode'
import { findProgram } from './program.ts'

interface Definition extends vscode.TaskDefinition {
  type: 'podlint'
  paths?: string[]
}

export function activate({ subscriptions }: vscode.ExtensionContext): void {
  subscriptions.push(
    vscode.tasks.registerTaskProvider('podlint', {
      provideTasks: () => folders().map((folder) => lintTask({ type: 'podlint' }, folder, 'lint')),
      resolveTask({ definition, scope, name }) {
        const folder = typeof scope === 'object' ? scope : folders()[0]
        return folder && lintTask(definition as Definition, folder, name)
      },
    }),
  )
}

/** Those on disk, which a program can read. */
const folders = () => (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file')

function lintTask(definition: Definition, folder: vscode.WorkspaceFolder, name: string): vscode.Task {
  const setting = vscode.workspace.getConfiguration('podlint', folder).get('path', '')
  // A process and no shell, which would take blanks, `*` and `$` of paths for its own.
  const execution = new vscode.ProcessExecution(
    findProgram(folder.uri.fsPath, setting),
    ['check', '--format', 'concise', vscode.workspace.isTrusted ? '--plugins' : '--no-plugins', '--', ...(definition.paths ?? [])],
    { cwd: folder.uri.fsPath },
  )
  return new vscode.Task(definition, folder, name, 'podlint', execution, '$podlint')
}
