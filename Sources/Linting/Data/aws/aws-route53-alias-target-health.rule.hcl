rule "aws-route53-alias-target-health" {
  summary  = "The alias answers with targets that are down"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_route53_record" {
    where = (
      length(self.weighted_routing_policy) > 0
      || length(self.latency_routing_policy) > 0
      || length(self.geolocation_routing_policy) > 0
    )
    require = self.health_check_id != null || any([for a in self.alias : a.evaluate_target_health == true])
    message = "The record ${self.name} is one of several, and nothing takes it out when its target fails."
  }

  why  = "Part of the visitors is sent to a target that does not answer, for as long as it is down."
  help = "Set health_check_id, or evaluate_target_health = true on an alias."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record"]

  example "without health_check_id" {
    flagged = <<-TF
      resource "aws_route53_record" "www" {
        zone_id        = "Z1"
        name           = "www.example.com"
        type           = "CNAME"
        ttl            = 60
        records        = ["eu.example.com"]
        set_identifier = "eu"

        latency_routing_policy {
          region = "eu-west-1"
        }
      }
    TF
  }

  example "health_check_id is hc-1" {
    accepted = <<-TF
      resource "aws_route53_record" "www" {
        zone_id        = "Z1"
        name           = "www.example.com"
        type           = "CNAME"
        ttl            = 60
        records        = ["eu.example.com"]
        set_identifier = "eu"

        latency_routing_policy {
          region = "eu-west-1"
        }
        health_check_id = "hc-1"
      }
    TF
  }
}
