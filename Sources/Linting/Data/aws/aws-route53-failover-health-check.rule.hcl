rule "aws-route53-failover-health-check" {
  summary  = "The failover record cannot tell that its target has failed"
  category = "reliability"
  severity = "medium"

  resource "aws_route53_record" {
    where   = any([for p in self.failover_routing_policy : p.type == "PRIMARY"])
    require = self.health_check_id != null || any([for a in self.alias : a.evaluate_target_health == true])
    message = "The primary record of ${self.name} has no health check."
  }

  why  = "Without a check the primary counts as healthy for ever, and the secondary is never used."
  help = "Name an aws_route53_health_check in health_check_id, or set evaluate_target_health = true on an alias."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record"]

  example "without health_check_id" {
    flagged = <<-TF
      resource "aws_route53_record" "www" {
        zone_id        = "Z1"
        name           = "www.example.com"
        type           = "A"
        ttl            = 60
        records        = ["203.0.113.10"]
        set_identifier = "primary"

        failover_routing_policy {
          type = "PRIMARY"
        }
      }
    TF
  }

  example "health_check_id is hc-1" {
    accepted = <<-TF
      resource "aws_route53_record" "www" {
        zone_id        = "Z1"
        name           = "www.example.com"
        type           = "A"
        ttl            = 60
        records        = ["203.0.113.10"]
        set_identifier = "primary"

        failover_routing_policy {
          type = "PRIMARY"
        }
        health_check_id = "hc-1"
      }
    TF
  }
}
