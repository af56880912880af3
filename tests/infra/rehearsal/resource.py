"""What moto's CloudFormation asks of a resource, said once; each kind adds how it is made, changed and removed."""

from abc import abstractmethod
from typing import Any, ClassVar, NamedTuple, Self

from moto.core.common_models import CloudFormationModel


class Place(NamedTuple):
    """Where a resource is: moto keeps a backend for each account and region."""

    account_id: str
    region: str


class Resource(CloudFormationModel):
    """A resource that CloudFormation made: `physical_resource_id` is what `Ref` gives, `attributes` what `GetAtt`."""

    kind: ClassVar[str] = ""
    attribute_names: ClassVar[tuple[str, ...]] = ()

    def __init__(self, physical_resource_id: str, properties: dict[str, Any], **attributes: str) -> None:
        self.physical_resource_id = physical_resource_id
        self.properties = properties
        self.attributes = attributes

    @classmethod
    @abstractmethod
    def make(cls, name: str, properties: dict[str, Any], place: Place) -> Self:
        """Make it in moto's backend."""

    @abstractmethod
    def change(self, properties: dict[str, Any], place: Place) -> None:
        """Bring it to new properties."""

    @abstractmethod
    def remove(self, place: Place) -> None:
        """Take it out of moto's backend."""

    @staticmethod
    def cloudformation_name_type() -> str:
        """No resource of ours is named by its template."""
        return ""

    @classmethod
    def cloudformation_type(cls) -> str:
        """Return its kind, as templates write it."""
        return cls.kind

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        """Tell whether a template may ask for an attribute."""
        return attr in cls.attribute_names

    def get_cfn_attribute(self, attribute_name: str) -> str:
        """Answer a template's `GetAtt`."""
        return self.attributes[attribute_name]

    def is_created(self) -> bool:
        """Everything is made at once."""
        return True

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: dict[str, Any], account_id: str, region_name: str, **_: Any
    ) -> Self:
        """Make it."""
        return cls.make(resource_name, cloudformation_json["Properties"], Place(account_id, region_name))

    @classmethod
    def update_from_cloudformation_json(
        cls,
        original_resource: Self,
        new_resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
    ) -> Self:
        """Change it in its place."""
        original_resource.change(cloudformation_json["Properties"], Place(account_id, region_name))
        original_resource.properties = cloudformation_json["Properties"]
        return original_resource

    def delete(self, account_id: str, region_name: str) -> None:
        """Remove it."""
        self.remove(Place(account_id, region_name))


class PutResource(Resource):
    """A resource that is put: making it again changes it, and it goes with what it belongs to."""

    @classmethod
    def make(cls, name: str, properties: dict[str, Any], place: Place) -> Self:
        """Put it."""
        made = cls(name, properties)
        made.put(place)
        return made

    def change(self, properties: dict[str, Any], place: Place) -> None:
        """Put it again."""
        self.properties = properties
        self.put(place)

    @abstractmethod
    def put(self, place: Place) -> None:
        """Bring moto's backend to its properties."""
