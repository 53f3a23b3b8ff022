import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

/** Ends of repositories, so that exporters and backup tools of a database are not taken for it. Caches are no databases: one beside the app is common. */
const DATABASES = ['cassandra', 'cockroach', 'couchdb', 'mariadb', 'mongo', 'mongodb', 'mongodb-community-server', 'mssql/server', 'mysql', 'mysql-server', 'postgis', 'postgres', 'postgresql']
const WEB_SERVERS = ['apache', 'caddy', 'drupal', 'ghost', 'httpd', 'jetty', 'joomla', 'nextcloud', 'nginx', 'nginx-unprivileged', 'node', 'php', 'tomcat', 'wordpress']

const isOneOf = (images: readonly string[], image: string | undefined): boolean => {
  const reference = parseImage(image ?? '')
  return typeof reference !== 'string' && images.some((end) => `/${reference.repository}`.endsWith(`/${end}`))
}

export default defineRule({
  severity: 'info',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a web server and a database in one pod.',
  why: 'Both restart, move and scale together: a second replica of the site brings a second, empty database.',
  howToFix: 'Run the database in a StatefulSet of its own, and let the site reach it through a Service.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers'],
  peers: {},
  longRunningOnly: true,
  bad: [
    {
      title: 'a blog with its database in the same pod',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: blog
        spec:
          containers:
            - name: site
              image: wordpress:6.8
            - name: database # ✖ Container "database" is a database in the pod of the web server "site"
              image: mysql:8.4
      `,
    },
  ],
  good: [
    {
      title: 'a database with its exporter, and a cache beside an app',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: database
        spec:
          containers:
            - name: database
              image: postgres:17
            - name: exporter
              image: prometheuscommunity/postgres-exporter:v0.17.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: site
        spec:
          containers:
            - name: site
              image: nginx:1.29
            - name: cache
              image: redis:8
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const main = pod.containers.filter(({ role }) => role === 'main')
      const web = main.find(({ value }) => isOneOf(WEB_SERVERS, value.image))
      const database = main.find(({ value }) => isOneOf(DATABASES, value.image))
      if (web === undefined || database === undefined) return
      report(database.at(), `Container "${database.name}" is a database in the pod of the web server "${web.name}"`, undefined, { related: [{ place: web.at(), message: 'the web server' }] })
    },
  },
})
