"""A rehearsal of the control plane, not AWS: moto, and CloudFormation models of what our stack has and it has not."""
