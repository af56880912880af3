"""CloudFront's distribution and what belongs to it, on moto's own backend."""

import copy
from typing import Any, Self

from moto.cloudfront.models import CloudFrontBackend, cloudfront_backends

from tests.infra.rehearsal.resource import Place, PutResource, Resource


def backend(place: Place) -> CloudFrontBackend:
    """CloudFront, which has no regions."""
    return cloudfront_backends[place.account_id]["aws"]


def listed(items: list[Any]) -> dict[str, Any]:
    """Write a list as CloudFront's own interface does; templates have plain ones."""
    return {"Quantity": len(items), "Items": items}


def as_interface_has_it(name: str, template: dict[str, Any]) -> dict[str, Any]:
    """Translate a distribution's configuration from a template's form to that of CloudFront's own interface."""
    config = copy.deepcopy(template)
    behaviors = [config["DefaultCacheBehavior"], *config["CacheBehaviors"]]
    for behavior in behaviors:
        methods = listed(behavior.get("AllowedMethods", ["GET", "HEAD"]))
        behavior["AllowedMethods"] = methods | {"CachedMethods": listed(["GET", "HEAD"])}
    for origin in config["Origins"]:
        if custom := origin.get("CustomOriginConfig"):
            custom |= {"HTTPPort": 80, "HTTPSPort": 443}
            custom["OriginSslProtocols"] = listed(custom.pop("OriginSSLProtocols"))
    if certificate := config.get("ViewerCertificate"):
        certificate["ACMCertificateArn"] = certificate.pop("AcmCertificateArn")
        certificate["SSLSupportMethod"] = certificate.pop("SslSupportMethod")
        certificate["CloudFrontDefaultCertificate"] = False
    for each in ("Aliases", "Origins", "CacheBehaviors", "CustomErrorResponses"):
        config[each] = listed(config.get(each, []))
    return config | {"CallerReference": name, "Comment": ""}


class Distribution(Resource):
    """The site's distribution."""

    kind = "AWS::CloudFront::Distribution"
    attribute_names = ("DomainName", "Id")

    @classmethod
    def make(cls, name: str, properties: dict[str, Any], place: Place) -> Self:
        """Make it, under a name of moto's."""
        config = as_interface_has_it(name, properties["DistributionConfig"])
        made, _, _ = backend(place).create_distribution(config, [])
        return cls(made.distribution_id, properties, DomainName=made.domain_name, Id=made.distribution_id)

    def change(self, properties: dict[str, Any], place: Place) -> None:
        """Give it another configuration; it keeps its name."""
        config = as_interface_has_it(self.physical_resource_id, properties["DistributionConfig"])
        backend(place).update_distribution(config, self.physical_resource_id, if_match=True)

    def remove(self, place: Place) -> None:
        """Remove it."""
        backend(place).delete_distribution(self.physical_resource_id, if_match=True)


class OriginAccessControl(Resource):
    """What signs the distribution's requests to the bucket."""

    kind = "AWS::CloudFront::OriginAccessControl"
    attribute_names = ("Id",)

    @classmethod
    def make(cls, name: str, properties: dict[str, Any], place: Place) -> Self:
        """Make it."""
        made = backend(place).create_origin_access_control(properties["OriginAccessControlConfig"])
        return cls(made.id, properties, Id=made.id)

    def change(self, properties: dict[str, Any], place: Place) -> None:
        """Give it another configuration."""
        config = properties["OriginAccessControlConfig"]
        backend(place).update_origin_access_control(self.physical_resource_id, config)

    def remove(self, place: Place) -> None:
        """Remove it."""
        backend(place).delete_origin_access_control(self.physical_resource_id)


class ResponseHeadersPolicy(PutResource):
    """A name only: moto keeps no such policies, so the template's tests look at what is in it."""

    kind = "AWS::CloudFront::ResponseHeadersPolicy"
    attribute_names = ("Id",)

    def put(self, place: Place) -> None:
        """Keep nothing."""

    def remove(self, place: Place) -> None:
        """Nothing was kept."""
