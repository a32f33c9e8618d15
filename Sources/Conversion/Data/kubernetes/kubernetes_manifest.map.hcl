mapping "kubernetes_manifest" {
  # The object as it is, of whatever kind.
  kubernetes "*" {
    manifest        = object
    computed_fields = ignore("what Terraform leaves to the cluster, not what is built")
    field_manager   = ignore("how Terraform applies it, not what is built")
    wait            = ignore("how Terraform waits, not what is built")
    wait_for        = ignore("how Terraform waits, not what is built")
  }
}
