/**
 * What most runs ask first, of each module. What these call is compiled with the module and by all threads at once; all the rest when it is first called. See src/wasm/compiled-first.ts, which says
 * with `KINDS` which is which.
 */
const labels = `{{- define "web.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- define "web.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else if contains .Chart.Name .Release.Name }}
{{- .Release.Name }}
{{- else }}
{{- printf "%s-%s" .Release.Name .Chart.Name | replace "+" "_" }}
{{- end }}
{{- end }}
{{/* Of each object. */}}
{{- define "web.labels" -}}
app.kubernetes.io/name: {{ include "web.name" . }}
{{- if .Chart.AppVersion }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}
{{- end }}
`

const deployment = `{{- $name := include "web.fullname" . -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  labels:
    {{- include "web.labels" . | nindent 4 }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  selector:
    matchLabels: {app: {{ $name }}}
  template:
    metadata:
      {{- with .Values.annotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      labels: {app: {{ $name }}}
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          env:
            {{- range $key, $value := .Values.env }}
            - name: {{ $key | upper }}
              value: {{ $value | quote }}
            {{- end }}
          {{- range .Values.ports }}
          ports: [{containerPort: {{ . }}}]
          {{- end }}
          {{- if and (eq .Values.kind "web") (or .Values.probe .Values.env) }}
          livenessProbe: {httpGet: {path: /, port: 80}}
          {{- end }}
          resources: {{- toYaml .Values.resources | nindent 12 }}
`

const values = `# Defaults.
kind: web
replicas: 2
nameOverride: ""
fullnameOverride: ""
image:
  repository: example.com/web
  tag: '1.0'
annotations: {}
autoscaling: {enabled: false}
probe: true
env:
  mode: fast
ports: [80]
resources:
  limits:
    cpu: 500m
    memory: 128Mi
`

const chart = { 'web/Chart.yaml': 'apiVersion: v2\nname: web\ndescription: A web server\ntype: application\nversion: 1.0.0\nappVersion: "1.0"\n', 'web/values.yaml': values, 'web/templates/_helpers.tpl': labels, 'web/templates/deployment.yaml': deployment }

const kustomization = {
  'web/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: web
namePrefix: a-
labels:
  - pairs: {app: web}
resources: [deployment.yaml]
images:
  - name: example.com/web
    newTag: "2.0"
patches:
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {replicas: 3}
`,
  'web/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: example.com/web:1.0
          ports:
            - containerPort: 80
`,
}

const schema = {
  type: 'object',
  'x-kubernetes-validations': [{ rule: "self.a.size() < 9 && self.b.all(each, each != self.a)", message: 'Too long' }],
  properties: { a: { type: 'string', maxLength: 9 }, b: { type: 'array', maxItems: 9, items: { type: 'string', maxLength: 9 } } },
}

const contents = Object.entries(chart).map(([name, text]) => ({ name, size: text.length }))

export const SAMPLES = {
  cel: { tasks: { minor: 37, tasks: [{ schema }] } },
  render: {
    chart: { chart: { folder: 'web', renderings: [{ release: 'release', namespace: 'default', kubeVersion: '1.37.0', apiVersions: ['v1', 'apps/v1'] }], contents } },
    kustomization: { kustomization: { roots: ['web'], origins: true, texts: kustomization } },
  },
}

/** Behind the request, for what is asked about a chart. */
export const BEHIND = Object.values(chart).join('')
