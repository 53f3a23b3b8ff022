import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow a single replica behind a Service.',
  why: 'While the only pod moves to another node, crashes or is evicted, nobody answers.',
  howToFix: 'Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas'],
  peers: {
    'kube-linter': ['minimum-three-replicas'],
    'kube-score': ['deployment-replicas'],
    polaris: ['deploymentMissingReplicas'],
    datree: ['DEPLOYMENT_INCORRECT_REPLICAS_VALUE'],
    kubevious: ['replica-count-check'],
    gatekeeper: ['replicalimits'],
    kyverno: ['require-deployments-have-multiple-replicas'],
    popeye: ['1109'],
  },
  crossObject: true,
  options: {
    min: { default: 2, description: 'The fewest replicas that are fine.' },
    everyDeployment: { default: false, description: 'Also without a Service in front.' },
  },
  bad: [
    {
      title: 'a Service with one pod behind it',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1 # ✖ Deployment "web" has one replica behind Service "web"
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'an autoscaler in charge',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 5
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
    {
      title: 'a worker that no Service needs',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          selector:
            matchLabels:
              app: worker
          template:
            metadata:
              labels:
                app: worker
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.0
      `,
    },
  ],
  visit: {
    Deployment(deployment, { index, options, report }) {
      const { pod } = deployment
      const { replicas = 1, strategy } = deployment.value.spec ?? {}
      if (pod === undefined || replicas < 1 || replicas >= options.min || strategy?.type === 'Recreate' || index.isAutoscaled(deployment)) return
      const service = index.groupOf(pod)?.service
      const count = replicas === 1 ? 'one replica' : `${replicas} replicas`
      if (service !== undefined) report(deployment.at('spec', 'replicas'), `Deployment "${deployment.name}" has ${count} behind Service "${service.name}"`)
      else if (options.everyDeployment) report(deployment.at('spec', 'replicas'), `Deployment "${deployment.name}" has ${count}`)
    },
  },
})
