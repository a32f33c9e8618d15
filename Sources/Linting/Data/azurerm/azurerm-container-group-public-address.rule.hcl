rule "azurerm-container-group-public-address" {
  summary     = "The container group has a public address"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_245"] }

  resource "azurerm_container_group" {
    require = contains(["Private", "None"], self.ip_address_type)
    message = "The containers answer on the internet."
  }

  why  = "What has a public address is scanned within minutes."
  help = "Set ip_address_type = \"Private\" and name subnets."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_group"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_container_group" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_type         = "Linux"
        ip_address_type = "Public"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_container_group" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_type         = "Linux"
        ip_address_type = "Private"
        subnet_ids      = ["private"]
      }
    TF
  }
}
