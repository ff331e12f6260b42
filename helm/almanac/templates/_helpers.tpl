{{/* The name of a component's resources. Takes: root, component. */}}
{{- define "almanac.fullname" -}}
{{- printf "%s-%s" .root.Release.Name .component | trunc 52 | trimSuffix "-" -}}
{{- end -}}

{{- define "almanac.selectorLabels" -}}
app.kubernetes.io/name: {{ .component }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{- define "almanac.labels" -}}
{{ include "almanac.selectorLabels" . }}
app.kubernetes.io/part-of: almanac
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* Without versions: a chart that changes nothing in a pod doesn't restart it. */}}
{{- define "almanac.podLabels" -}}
{{ include "almanac.selectorLabels" . }}
app.kubernetes.io/part-of: almanac
{{- end -}}

{{- define "almanac.image" -}}
{{ .root.Values.image.prefix }}/{{ .component }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{/* What every pod has in common, as the restricted pod security standard asks. */}}
{{- define "almanac.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{- define "almanac.container" -}}
image: {{ include "almanac.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
{{- end -}}

{{- define "almanac.scheduling" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "almanac.selectorLabels" . | nindent 8 }}
{{- with .service.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .service.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .service.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* The environment that tells a service where its settings are. */}}
{{- define "almanac.env" -}}
- name: SPRING_PROFILES_ACTIVE
  value: production
- name: SPRING_CONFIG_ADDITIONAL_LOCATION
  value: file:/etc/almanac/
- name: SPRING_CONFIG_IMPORT
  value: configtree:/run/secrets/almanac/
- name: JAVA_TOOL_OPTIONS
  value: {{ .service.javaOptions | quote }}
{{- end -}}

{{/* Starting takes what it takes; then a service that hangs is restarted, and one that can't serve gets no calls. */}}
{{- define "almanac.probes" -}}
startupProbe:
  httpGet:
    path: /actuator/health/liveness
    port: management
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 150
livenessProbe:
  httpGet:
    path: /actuator/health/liveness
    port: management
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /actuator/health/readiness
    port: management
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
{{- end -}}

{{- define "almanac.mounts" -}}
- name: config
  mountPath: /etc/almanac
  readOnly: true
- name: secrets
  mountPath: /run/secrets/almanac
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- if and .postgres .root.Values.postgres.ca.secret }}
- name: postgres-ca
  mountPath: /run/postgres
  readOnly: true
{{- end }}
{{- end -}}

{{/* Secrets become files that are named as the settings that they hold; no environment shows them. */}}
{{- define "almanac.volumes" -}}
- name: config
  configMap:
    name: {{ include "almanac.fullname" . }}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      {{- if .internal }}
      - secret:
          name: {{ .root.Values.internal.secret }}
          items:
            - key: {{ .root.Values.internal.key }}
              path: almanac.internal.token
      {{- end }}
      {{- if .masterKey }}
      - secret:
          name: {{ .root.Values.masterKey.secret }}
          items:
            - key: {{ .root.Values.masterKey.key }}
              path: almanac.secrets.master-key
      {{- end }}
      {{- with .root.Values.kafka }}
      {{- if .tls.enabled }}
      - secret:
          name: {{ .tls.ca.secret }}
          items:
            - key: {{ .tls.ca.key }}
              path: spring.kafka.properties.ssl.truststore.certificates
      {{- end }}
      {{- if .clientCertificates.enabled }}
      - secret:
          name: {{ $.service.kafkaUser }}
          items:
            - key: {{ .clientCertificates.certificateKey }}
              path: spring.kafka.properties.ssl.keystore.certificate.chain
            - key: {{ .clientCertificates.privateKeyKey }}
              path: spring.kafka.properties.ssl.keystore.key
      {{- end }}
      {{- range .secretProperties }}
      - secret:
          name: {{ .secret }}
          items:
            - key: {{ .key }}
              path: spring.kafka.properties.{{ .property }}
      {{- end }}
      {{- end }}
      {{- range .credentials }}
      - secret:
          name: {{ .secret }}
          items:
            - key: {{ .usernameKey }}
              path: {{ .username }}
            - key: {{ .passwordKey }}
              path: {{ .password }}
      {{- end }}
{{- if and .postgres .root.Values.postgres.ca.secret }}
- name: postgres-ca
  secret:
    secretName: {{ .root.Values.postgres.ca.secret }}
    items:
      - key: {{ .root.Values.postgres.ca.key }}
        path: ca.crt
{{- end }}
{{- end -}}

{{/* The settings that all services share. */}}
{{- define "almanac.commonConfig" -}}
server:
  port: {{ .port }}
management:
  server:
    port: 9090
spring:
  kafka:
    bootstrap-servers: {{ .root.Values.kafka.bootstrapServers | quote }}
    properties:
      {{- with .root.Values.kafka }}
      {{- if .tls.enabled }}
      ssl.truststore.type: PEM
      {{- end }}
      {{- if .clientCertificates.enabled }}
      ssl.keystore.type: PEM
      {{- end }}
      {{- if or .tls.enabled .clientCertificates.enabled }}
      security.protocol: SSL
      {{- end }}
      {{- range $name, $value := .properties }}
      {{ $name }}: {{ $value | quote }}
      {{- end }}
      {{- end }}
almanac:
  registry:
    url: {{ .root.Values.registry.url | quote }}
    auto-register: false
{{- end -}}

{{/* Of a driver's URL: both drivers have the same modes under names of their own. */}}
{{- define "almanac.postgresAddress" -}}
{{ printf "%s:%d/%s" .host (int .port) .database }}
{{- end -}}

{{- define "almanac.r2dbcUrl" -}}
{{- with .Values.postgres -}}
r2dbc:postgresql://{{ include "almanac.postgresAddress" . }}?sslMode={{ .sslMode }}{{ if .ca.secret }}&sslRootCert=/run/postgres/ca.crt{{ end }}
{{- end -}}
{{- end -}}

{{- define "almanac.jdbcUrl" -}}
{{- with .Values.postgres -}}
jdbc:postgresql://{{ include "almanac.postgresAddress" . }}?sslmode={{ .sslMode }}{{ if .ca.secret }}&sslrootcert=/run/postgres/ca.crt{{ end }}
{{- end -}}
{{- end -}}

{{/* A service's application.yaml: the common settings, its own, and over them what the values say. Takes: common, own, overrides. */}}
{{- define "almanac.application" -}}
{{- $merged := mergeOverwrite (fromYaml .common) (fromYaml .own) (deepCopy .overrides) -}}
{{- toYaml $merged -}}
{{- end -}}

{{/* Lets the monitoring read health and metrics. */}}
{{- define "almanac.metricsRule" -}}
{{- with .Values.networkPolicy.metricsFrom }}
- from:
    {{- toYaml . | nindent 4 }}
  ports:
    - port: management
{{- end }}
{{- end -}}
