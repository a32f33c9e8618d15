rule "nifcloud-common-private-network" {
  summary  = "A resource stands in the network that all customers share"
  category = "security"
  severity = "low"
  tags     = ["network"]
  packs    = ["strict"]

  resource "nifcloud_instance" {
    each        = self.network_interface
    require     = each.value.network_id != "net-COMMON_PRIVATE"
    message     = "The machine stands in the common private network."
    equivalents = { trivy = ["NIF-0005"] }
  }

  resource "nifcloud_router" {
    each        = self.network_interface
    require     = each.value.network_id != "net-COMMON_PRIVATE"
    message     = "The router stands in the common private network."
    equivalents = { trivy = ["NIF-0017"] }
  }

  resource "nifcloud_elb" {
    each        = self.network_interface
    require     = each.value.network_id != "net-COMMON_PRIVATE"
    message     = "The load balancer stands in the common private network."
    equivalents = { trivy = ["NIF-0019"] }
  }

  resource "nifcloud_nas_instance" {
    require     = self.network_id != "net-COMMON_PRIVATE"
    message     = "The storage stands in the common private network."
    equivalents = { trivy = ["NIF-0013"] }
  }

  resource "nifcloud_db_instance" {
    require     = self.network_id != "net-COMMON_PRIVATE"
    message     = "The database stands in the common private network."
    equivalents = { trivy = ["NIF-0010"] }
  }

  why  = "The common private network is private to the provider, not to you: machines of other customers stand in it."
  help = "Set network_id to a nifcloud_private_lan of your own."

  references = ["https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/instance"]

  example "shared" {
    flagged = <<-TF
      resource "nifcloud_db_instance" "orders" {
        identifier = "orders"
        network_id = "net-COMMON_PRIVATE"
      }
    TF
  }

  example "of one's own" {
    accepted = <<-TF
      resource "nifcloud_private_lan" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "nifcloud_db_instance" "orders" {
        identifier = "orders"
        network_id = nifcloud_private_lan.main.id
      }
    TF
  }
}
