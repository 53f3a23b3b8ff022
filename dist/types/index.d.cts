/// <reference path="./model/newer-fields.generated.d.cts" />
/** The public API. */
export { lint, type LintText } from './api.cjs';
export type { LintTextOptions, RuleOfTexts } from './api-options.cjs';
export type { Diagnostic, FixSafety, Position, Related, Report, RuleInfo, Severity, Summary, TextEdit } from './diagnostic.cjs';
export { CATEGORIES, PRESETS, yaml, type BadExample, type Category, type Example, type OptionDefinition, type Preset } from './engine/define-rule.cjs';
export { applyFixes, type Applied } from './engine/fixes.cjs';
export type { Context, Visitors } from './engine/visitors.cjs';
export type { KubernetesObject } from './model/object.cjs';
export type { ContainerView, PodView } from './model/object.cjs';
export type { Place } from './model/place.cjs';
export { defineRule, type PluginRule, type PluginVisitors } from './plugins/read-rule.cjs';
export { VERSION } from './project.cjs';
export { MINORS } from './versions.cjs';
