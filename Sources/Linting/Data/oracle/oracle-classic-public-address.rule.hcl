rule "oracle-classic-public-address" {
  summary     = "The address is taken from the public pool"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { trivy = ["OCI-0001"] }

  resource "opc_compute_ip_address_reservation" {
    require = self.ip_address_pool != "public-ippool"
    message = "What gets the address is reachable from the internet."
  }

  why  = "A machine with a public address is scanned within minutes."
  help = "Set ip_address_pool = \"cloud-ippool\", and put a load balancer in front of what must be public."

  references = ["https://registry.terraform.io/providers/hashicorp/opc/latest/docs/resources/compute_ip_address_reservation"]

  example "public" {
    flagged = <<-TF
      resource "opc_compute_ip_address_reservation" "web" {
        name            = "web"
        ip_address_pool = "public-ippool"
      }
    TF
  }

  example "inside" {
    accepted = <<-TF
      resource "opc_compute_ip_address_reservation" "web" {
        name            = "web"
        ip_address_pool = "cloud-ippool"
      }
    TF
  }
}
