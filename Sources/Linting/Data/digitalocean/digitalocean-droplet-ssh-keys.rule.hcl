rule "digitalocean-droplet-ssh-keys" {
  summary     = "The droplet is reached with a password"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_DIO_2"], trivy = ["DIG-0004"] }

  resource "digitalocean_droplet" {
    require = self.ssh_keys != null && length(self.ssh_keys) > 0
    at      = self
    message = "Without a key the root password is sent by mail."
  }

  why  = "Passwords are guessed from all over the world within minutes; keys are not."
  help = "Name the keys of those who may log in in ssh_keys."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/droplet"]

  example "a password" {
    flagged = <<-TF
      resource "digitalocean_droplet" "web" {
        image  = "ubuntu-24-04-x64"
        name   = "web"
        region = "fra1"
        size   = "s-1vcpu-1gb"
      }
    TF
  }

  example "a key" {
    accepted = <<-TF
      resource "digitalocean_droplet" "web" {
        image    = "ubuntu-24-04-x64"
        name     = "web"
        region   = "fra1"
        size     = "s-1vcpu-1gb"
        ssh_keys = ["3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa"]
      }
    TF
  }
}
