mapping "kubernetes_endpoint_slice_v1" {
  kubernetes "discovery.k8s.io/v1 EndpointSlice" {}
}
