rule "azurerm-defender-off" {
  summary  = "Defender does not watch a kind of resources"
  category = "security"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "azurerm_security_center_subscription_pricing" {
    require     = self.tier == "Standard"
    message     = "The plan watches nothing."
    equivalents = { checkov = ["CKV_AZURE_19"], trivy = ["AZU-0045"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "arm"
    require     = self.tier == "Standard"
    message     = "The plan does not watch Arm."
    equivalents = { checkov = ["CKV_AZURE_234"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "virtualmachines"
    require     = self.tier == "Standard"
    message     = "The plan does not watch VirtualMachines."
    equivalents = { checkov = ["CKV_AZURE_55"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "appservices"
    require     = self.tier == "Standard"
    message     = "The plan does not watch AppServices."
    equivalents = { checkov = ["CKV_AZURE_61"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "sqlservers"
    require     = self.tier == "Standard"
    message     = "The plan does not watch SqlServers."
    equivalents = { checkov = ["CKV_AZURE_69"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "sqlservervirtualmachines"
    require     = self.tier == "Standard"
    message     = "The plan does not watch SqlServerVirtualMachines."
    equivalents = { checkov = ["CKV_AZURE_79"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "storageaccounts"
    require     = self.tier == "Standard"
    message     = "The plan does not watch StorageAccounts."
    equivalents = { checkov = ["CKV_AZURE_84"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "kubernetesservice"
    require     = self.tier == "Standard"
    message     = "The plan does not watch KubernetesService."
    equivalents = { checkov = ["CKV_AZURE_85"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "containerregistry"
    require     = self.tier == "Standard"
    message     = "The plan does not watch ContainerRegistry."
    equivalents = { checkov = ["CKV_AZURE_86"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  resource "azurerm_security_center_subscription_pricing" {
    where       = lower(self.resource_type) == "keyvaults"
    require     = self.tier == "Standard"
    message     = "The plan does not watch KeyVaults."
    equivalents = { checkov = ["CKV_AZURE_87"] }

    fix {
      set    = { tier = "Standard" }
      safety = "unsafe"
    }
  }

  why  = "The free tier shows advice only: attacks on running resources are not seen."
  help = "Set tier = \"Standard\" for the kinds that are used."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_subscription_pricing"]

  example "free" {
    flagged = <<-TF
      resource "azurerm_security_center_subscription_pricing" "shop" {
        tier          = "Free"
        resource_type = "KeyVaults"
      }
    TF
  }

  example "standard" {
    accepted = <<-TF
      resource "azurerm_security_center_subscription_pricing" "shop" {
        tier          = "Standard"
        resource_type = "KeyVaults"
      }
    TF
  }
}
