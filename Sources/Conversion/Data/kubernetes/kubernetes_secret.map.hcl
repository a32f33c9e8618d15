mapping "kubernetes_secret" {
  kubernetes "v1 Secret" {
    data                    = base64_map(data)
    data_wo                 = base64_map(data)
    data_wo_revision        = ignore("tells Terraform when to send the value again")
    binary_data             = data
    binary_data_wo          = data
    binary_data_wo_revision = ignore("tells Terraform when to send the value again")
  }
}
