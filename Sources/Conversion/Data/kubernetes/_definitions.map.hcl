# Rules about definitions of the Kubernetes API wherever they stand, so that a pod is written once for all workloads.
# The label is the name of the definition in the catalog; "*" is about every kind.

mapping "kubernetes_*" {
  kubernetes "*" {
    wait_for_completion             = ignore("how Terraform waits, not what is built")
    wait_for_default_service_account = ignore("how Terraform waits, not what is built")
    wait_for_load_balancer          = ignore("how Terraform waits, not what is built")
    wait_for_rollout                = ignore("how Terraform waits, not what is built")
    wait_for_service_account_token  = ignore("how Terraform waits, not what is built")
    wait_until_bound                = ignore("how Terraform waits, not what is built")
    target_state                    = ignore("how Terraform waits, not what is built")
  }

  # Workloads

  kubernetes "apps.v1.DaemonSetSpec" {
    strategy = updateStrategy
  }
  kubernetes "batch.v1.JobSpec" {
    default = { "template.spec.restartPolicy" = "Never" }
  }
  kubernetes "autoscaling.v2.HorizontalPodAutoscalerSpec" {
    target_cpu_utilization_percentage = cpu_metric("metrics[]")
  }

  # Volumes

  kubernetes "core.v1.Volume" {
    local = drop("a pod mounts a local disk through a persistent volume only")
  }
  kubernetes "core.v1.LocalObjectReference" {
    namespace = drop("a pod finds this secret in its own namespace")
  }
  kubernetes "core.v1.AzureFileVolumeSource" {
    secret_namespace = drop("a pod finds this secret in its own namespace")
  }
  kubernetes "core.v1.AzureDiskVolumeSource" {
    data_disk_uri = diskURI
  }
  kubernetes "core.v1.ConfigMapVolumeSource" {
    default_mode = octal(defaultMode)
  }
  kubernetes "core.v1.SecretVolumeSource" {
    default_mode = octal(defaultMode)
  }
  kubernetes "core.v1.DownwardAPIVolumeSource" {
    default_mode = octal(defaultMode)
  }
  kubernetes "core.v1.ProjectedVolumeSource" {
    default_mode = octal(defaultMode)
    sources      = spread(sources)
  }
  kubernetes "core.v1.KeyToPath" {
    mode = octal(mode)
  }
  kubernetes "core.v1.DownwardAPIVolumeFile" {
    mode = octal(mode)
  }
  kubernetes "core.v1.GlusterfsVolumeSource" {
    endpoints_name = endpoints
  }
  kubernetes "core.v1.GlusterfsPersistentVolumeSource" {
    endpoints_name = endpoints
  }
  kubernetes "core.v1.RBDVolumeSource" {
    ceph_monitors = monitors
    rados_user    = user
    rbd_image     = image
    rbd_pool      = pool
  }
  kubernetes "core.v1.RBDPersistentVolumeSource" {
    ceph_monitors = monitors
    rados_user    = user
    rbd_image     = image
    rbd_pool      = pool
  }
  kubernetes "core.v1.PersistentVolumeSpec" {
    persistent_volume_source = inline({})
  }

  # Ingress

  kubernetes "networking.v1.IngressSpec" {
    backend = defaultBackend
  }
  kubernetes "networking.v1.HTTPIngressPath" {
    default = { pathType = "ImplementationSpecific" }
  }
  kubernetes "networking.v1.IngressBackend" {
    service_name = "service.name"
    service_port = named_port("service.port")
  }

  # Access

  kubernetes "rbac.v1.Subject" {
    when    = self.kind == "ServiceAccount"
    default = { namespace = "default" }
  }

  # What Terraform takes as plain text

  kubernetes "admissionregistration.v1.WebhookClientConfig" {
    ca_bundle = base64(caBundle)
  }
  kubernetes "apiregistration.v1.APIServiceSpec" {
    ca_bundle = base64(caBundle)
  }
  kubernetes "certificates.v1.CertificateSigningRequestSpec" {
    request = base64(request)
  }
}
