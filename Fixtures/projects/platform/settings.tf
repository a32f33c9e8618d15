terraform {
  required_version = ">= 1.6"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Project = "platform"
    }
  }
}

variable "region" {
  description = "Where the platform runs"
  type        = string
  default     = "eu-central-1"
}

variable "environment" {
  description = "The stage: dev, test or prod"
  type        = string
  default     = "prod"

  validation {
    condition     = contains(["dev", "test", "prod"], var.environment)
    error_message = "The stage must be dev, test or prod."
  }
}

variable "zones" {
  description = "Availability zones by the short names of the subnets in them"
  type        = map(string)
  default     = { a = "eu-central-1a", b = "eu-central-1b" }
}

variable "domain" {
  description = "The name under which the platform answers"
  type        = string
  default     = "platform.example.com"
}

variable "image" {
  description = "The container image of the service"
  type        = string
}

variable "alarm_address" {
  description = "Who is told of alarms"
  type        = string
  default     = "operations@example.com"
}

locals {
  name    = "platform-${var.environment}"
  is_prod = var.environment == "prod"
  tags    = { Environment = var.environment }
  ports   = { http = 80, https = 443 }
}
