rule "azurerm-network-interface-forwarding" {
  summary     = "The interface forwards packets of others"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_118"], trivy = ["AZU-0075"] }

  resource "azurerm_network_interface" {
    require = try(self.enable_ip_forwarding, null) != true && try(self.ip_forwarding_enabled, null) != true
    message = "The machine may route past the rules of the network."
  }

  why  = "Who takes such a machine over listens to and redirects traffic."
  help = "Remove ip_forwarding_enabled, except for machines that route."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_network_interface" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        ip_forwarding_enabled = true
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_network_interface" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        dns_servers = ["10.0.0.4"]
      }
    TF
  }
}
