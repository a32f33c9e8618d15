variable "region" {
  description = "Where everything is."
  type        = string
  default     = "eu-central-1"
}

variable "environment" {
  description = "Which stage this is."
  type        = string
  default     = "dev"

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "The environment is dev or prod."
  }
}

variable "availability_zones" {
  description = "Zones with a subnet each."
  type        = list(string)
  default     = ["eu-central-1a", "eu-central-1b"]
}

variable "allowed_network" {
  description = "Who may reach the service."
  type        = string
  default     = "0.0.0.0/0"
}

variable "image" {
  description = "The container image to run."
  type        = string
}

variable "db_password" {
  description = "The password of the database."
  type        = string
  sensitive   = true
}
