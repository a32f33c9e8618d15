mapping "azurerm_container_group" {
  # The rules that both share are about `properties` and `properties.containers` in _definitions.map.hcl.
  arm "Microsoft.ContainerInstance/containerGroups 2025-09-01" {
    when  = self.ip_address_type == "None"
    under = properties

    ip_address_type = ignore("the group has no address")

    refer "ip_address" { attribute = "ipAddress.ip" }
    refer "fqdn"       { attribute = "ipAddress.fqdn" }
  }

  arm "Microsoft.ContainerInstance/containerGroups 2025-09-01" {
    when  = has(self.exposed_port)
    under = properties

    ip_address_type = ipAddress.type
    exposed_port    = ipAddress.ports

    default = { "ipAddress.type" = "Public" }

    refer "ip_address" { attribute = "ipAddress.ip" }
    refer "fqdn"       { attribute = "ipAddress.fqdn" }
  }

  # Without `exposed_port` the group answers on the ports of its containers.
  arm "Microsoft.ContainerInstance/containerGroups 2025-09-01" {
    under = properties

    ip_address_type = ipAddress.type
    container       = { ports = [block(properties.ports, {}), block("root.properties.ipAddress.ports[]", {})] }

    default = { "ipAddress.type" = "Public", "ipAddress.ports" = [] }

    refer "ip_address" { attribute = "ipAddress.ip" }
    refer "fqdn"       { attribute = "ipAddress.fqdn" }
  }
}
