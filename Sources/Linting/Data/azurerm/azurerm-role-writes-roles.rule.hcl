rule "azurerm-role-writes-roles" {
  summary     = "A role of your own may write roles"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { trivy = ["AZU-0052"] }

  resource "azurerm_role_definition" {
    require = !any([for p in self.permissions : any([for a in coalesce(p.actions, []) : contains(["*", "Microsoft.Authorization/roleDefinitions/write", "Microsoft.Authorization/*"], a)])])
    message = "Who has the role gives rights away, to themselves too."
  }

  why  = "Rights over roles are rights over everything."
  help = "Leave roles to administrators."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition"]

  example "actions is Microsoft.Authorization/roleDefinitions/write" {
    flagged = <<-TF
      resource "azurerm_role_definition" "shop" {
        name  = "operators"
        scope = "/subscriptions/0000"

        permissions {
          actions = ["Microsoft.Authorization/roleDefinitions/write"]
        }
      }
    TF
  }

  example "actions is Microsoft.Compute/virtualMachines/read" {
    accepted = <<-TF
      resource "azurerm_role_definition" "shop" {
        name  = "operators"
        scope = "/subscriptions/0000"

        permissions {
          actions = ["Microsoft.Compute/virtualMachines/read"]
        }
      }
    TF
  }
}
