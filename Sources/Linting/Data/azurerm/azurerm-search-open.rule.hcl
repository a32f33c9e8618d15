rule "azurerm-search-open" {
  summary     = "The search service answers every address"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AZURE_210"] }

  resource "azurerm_search_service" {
    require = !any([for a in coalesce(self.allowed_ips, []) : is_public(a)])
    message = "The list of allowed addresses is the whole internet."
  }

  why  = "A list with 0.0.0.0/0 limits nothing."
  help = "Name the ranges that need it."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/search_service"]

  example "allowed_ips is 0.0.0.0/0" {
    flagged = <<-TF
      resource "azurerm_search_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku         = "standard"
        allowed_ips = ["0.0.0.0/0"]
      }
    TF
  }

  example "allowed_ips is 203.0.113.0/24" {
    accepted = <<-TF
      resource "azurerm_search_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku         = "standard"
        allowed_ips = ["203.0.113.0/24"]
      }
    TF
  }
}
