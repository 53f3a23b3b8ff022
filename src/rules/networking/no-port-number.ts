import { defineRule, yaml } from '../../engine/define-rule.ts'
import { below } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow port numbers where the port has a name.',
  why: 'A number has to be changed in every place at once; a name is defined in one.',
  howToFix: 'Write the name of the port.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  peers: { popeye: ['105', '108', '1102', '1403'], kyverno: ['require-container-port-names'] },
  fixable: 'safe',
  crossObject: true,
  options: {
    where: { default: ['probe', 'service', 'ingress', 'container'], description: 'Where names are wanted: `probe`, `service`, `ingress`, and `container` for container ports without one.' },
  },
  bad: [
    {
      title: 'the target of a Service, and a probe',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            app: web
          ports:
            - name: web
              port: 80
              targetPort: 8080 # ✖ targetPort is 8080, which is called "http"
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
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
                  ports:
                    - name: http
                      containerPort: 8080
                  readinessProbe:
                    httpGet:
                      path: /ready
                      port: 8080 # ✖ port is 8080, which is called "http"
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            app: web
          ports:
            - name: web
              port: 80
              targetPort: http
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
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
                  ports:
                    - name: http
                      containerPort: 8080
                  readinessProbe:
                    httpGet:
                      path: /ready
                      port: http
      `,
    },
    {
      title: 'a port without a name',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 8080 # ✖ Port 8080 of container "app" has no name
      `,
    },
  ],
  good: [
    {
      title: 'names',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            app: web
          ports:
            - name: web
              port: 80
              targetPort: http
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
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
                  ports:
                    - name: http
                      containerPort: 8080
                  readinessProbe:
                    httpGet:
                      path: /ready
                      port: http
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const { ports = [] } = container.value
      if (options.where.includes('container')) {
        for (const [index, { name, containerPort }] of ports.entries()) {
          if (name === undefined && containerPort !== undefined) report(container.at('ports', index, 'containerPort'), `Port ${containerPort} of container "${container.name}" has no name`)
        }
      }
      if (!options.where.includes('probe')) return
      for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
        for (const handler of ['httpGet', 'tcpSocket'] as const) {
          const port = container.value[probe]?.[handler]?.port
          const name = ports.find(({ containerPort, protocol = 'TCP' }) => containerPort === port && protocol === 'TCP')?.name
          const place = container.at(probe, handler, 'port')
          if (typeof port === 'number' && name !== undefined) report(place, `port is ${port}, which is called "${name}"`, (fixer) => fixer.replaceText(place, name))
        }
      }
    },
    Service(service, { index, options, report }) {
      if (!options.where.includes('service')) return
      const declared = index.podsOf(service).flatMap(({ pods }) => pods.flatMap((pod) => pod.containers.flatMap(({ value }) => value.ports ?? [])))
      for (const [at, { port, targetPort = port, protocol = 'TCP' }] of (service.value.spec?.ports ?? []).entries()) {
        const names = new Set(declared.filter((each) => each.containerPort === targetPort && (each.protocol ?? 'TCP') === protocol).map(({ name }) => name))
        const [name] = names
        const place = service.at('spec', 'ports', at, 'targetPort')
        if (typeof targetPort === 'number' && names.size === 1 && name !== undefined && place.node !== -1) report(place, `targetPort is ${targetPort}, which is called "${name}"`, (fixer) => fixer.replaceText(place, name))
      }
    },
    Ingress(ingress, { index, options, report }) {
      if (!options.where.includes('ingress')) return
      for (const [at, { http }] of (ingress.value.spec?.rules ?? []).entries()) {
        for (const [pathAt, { backend }] of (http?.paths ?? []).entries()) {
          const { name: serviceName = '', port } = backend?.service ?? {}
          const name = index.find('Service', ingress.namespace, serviceName)?.value.spec?.ports?.find((each) => each.port === port?.number)?.name
          if (port?.number === undefined || name === undefined) continue
          report(below(ingress.at('spec', 'rules', at, 'http', 'paths', pathAt), 'backend', 'service', 'port', 'number'), `number is ${port.number}, which is called "${name}"`)
        }
      }
    },
  },
})
