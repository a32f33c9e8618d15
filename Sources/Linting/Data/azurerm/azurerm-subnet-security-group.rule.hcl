rule "azurerm-subnet-security-group" {
  summary     = "Nothing limits the traffic of the subnet"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_31"] }

  resource "azurerm_subnet" {
    where   = !contains(["gatewaysubnet", "azurefirewallsubnet"], lower(self.name)) && !any([for d in self.delegation : any([for s in d.service_delegation : lower(s.name) == "microsoft.netapp/volumes"])])
    require = length(related("azurerm_subnet_network_security_group_association", "subnet_id")) > 0
    message = "The subnet has no network security group."
  }

  why  = "Without a group, machines of the subnet talk to each other and to the network without limits."
  help = "Add azurerm_subnet_network_security_group_association."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/subnet"]

  example "none" {
    flagged = <<-TF
      resource "azurerm_subnet" "shop" {
        name                 = "apps"
        resource_group_name  = "shop"
        virtual_network_name = "main"
        address_prefixes     = ["10.0.1.0/24"]
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "azurerm_subnet" "shop" {
        name                 = "apps"
        resource_group_name  = "shop"
        virtual_network_name = "main"
        address_prefixes     = ["10.0.1.0/24"]
      }

      resource "azurerm_subnet_network_security_group_association" "shop" {
        subnet_id                 = azurerm_subnet.shop.id
        network_security_group_id = "group"
      }
    TF
  }
}
