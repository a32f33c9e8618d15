rule "azurerm-role-owner" {
  summary     = "A role of your own may do everything"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  equivalents = { checkov = ["CKV_AZURE_39"] }

  resource "azurerm_role_definition" {
    require = !any([for p in self.permissions : any([for a in coalesce(p.actions, []) : a == "*"]) && !any([for n in coalesce(p.not_actions, []) : startswith(n, "Microsoft.Authorization/")])])
    message = "The role is an owner by another name."
  }

  why  = "A wildcard grows with every service, and policies that look for owners do not see it."
  help = "Name the actions that are used."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition"]

  example "actions is *" {
    flagged = <<-TF
      resource "azurerm_role_definition" "shop" {
        name  = "operators"
        scope = "/subscriptions/0000"

        permissions {
          actions = ["*"]
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
