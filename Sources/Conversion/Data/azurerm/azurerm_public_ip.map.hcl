mapping "azurerm_public_ip" {
  arm "Microsoft.Network/publicIPAddresses 2025-01-01" {
    under = properties

    allocation_method       = publicIPAllocationMethod
    ddos_protection_mode    = ddosSettings.protectionMode
    ddos_protection_plan_id = ddosSettings.ddosProtectionPlan.id
    domain_name_label       = dnsSettings.domainNameLabel
    domain_name_label_scope = dnsSettings.domainNameLabelScope
    edge_zone               = root.extendedLocation.name
    ip_tags                 = pairs(ipTags, "ip_tag_type", "tag")
    ip_version              = publicIPAddressVersion
    public_ip_prefix_id     = publicIPPrefix.id
    reverse_fqdn            = dnsSettings.reverseFqdn
    sku                     = root.sku.name
    sku_tier                = root.sku.tier

    default = { "root.sku.name" = "Standard" }

    refer "ip_address" { attribute = "ipAddress" }
    refer "fqdn"       { attribute = "dnsSettings.fqdn" }
  }
}
