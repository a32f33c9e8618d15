rule "azurerm-data-factory-git" {
  summary     = "Pipelines of the factory are in no repository"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_103"] }

  resource "azurerm_data_factory" {
    require = any([for g in self.github_configuration : g.repository_name != null]) || any([for v in self.vsts_configuration : v.repository_name != null])
    message = "Changes of pipelines leave no history."
  }

  why  = "Without a repository nobody can say what changed, or take it back."
  help = "Add github_configuration or vsts_configuration."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory"]

  example "without github_configuration" {
    flagged = <<-TF
      resource "azurerm_data_factory" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with github_configuration" {
    accepted = <<-TF
      resource "azurerm_data_factory" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        github_configuration {
          account_name    = "example"
          branch_name     = "main"
          repository_name = "pipelines"
          root_folder     = "/"
          git_url         = "https://github.com"
        }
      }
    TF
  }
}
