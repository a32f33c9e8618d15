mapping "azurerm_resource_group" {
  # The group that the template is deployed to: it stands for itself, and nothing of it is written.
  arm "Microsoft.Resources/resourceGroups 2023-07-01" {
    tags       = drop("the template is deployed to the group as it is, and does not set its tags")
    managed_by = drop("the template is deployed to the group as it is")
  }
}
