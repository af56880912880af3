"""The bucket's policy and the publishing of the site's files, on moto's own S3."""

import io
import json
import zipfile
from fnmatch import fnmatch

from moto.s3.models import S3Backend, s3_backends

from tests.infra.rehearsal.resource import Place, PutResource


def backend(place: Place) -> S3Backend:
    """S3, whose bucket names know no regions."""
    return s3_backends[place.account_id]["aws"]


class BucketPolicy(PutResource):
    """Who may do what with a bucket."""

    kind = "AWS::S3::BucketPolicy"

    def put(self, place: Place) -> None:
        """Put it on its bucket, without denials: moto heeds them but not their conditions, so it would deny all."""
        document = dict(self.properties["PolicyDocument"])
        document["Statement"] = [each for each in document["Statement"] if each["Effect"] == "Allow"]
        backend(place).put_bucket_policy(self.properties["Bucket"], json.dumps(document).encode())

    def remove(self, place: Place) -> None:
        """Take it off its bucket."""
        backend(place).delete_bucket_policy(self.properties["Bucket"])


class SiteDeployment(PutResource):
    """What CDK's own function does on AWS: it unpacks an asset into a bucket."""

    kind = "Custom::CDKBucketDeployment"

    def put(self, place: Place) -> None:
        """Publish the files that its filters let through."""
        wanted = self.properties
        metadata = {"cache-control": wanted["SystemMetadata"]["cache-control"]}
        for bucket, key in zip(wanted["SourceBucketNames"], wanted["SourceObjectKeys"], strict=True):
            asset = backend(place).get_object(bucket, key)
            assert asset is not None, f"the asset {key} was not uploaded"
            with zipfile.ZipFile(io.BytesIO(asset.value)) as files:
                for name in files.namelist():
                    if not name.endswith("/") and self.is_chosen(name):
                        published = backend(place).put_object(wanted["DestinationBucketName"], name, files.read(name))
                        published.set_metadata(metadata, replace=True)

    def is_chosen(self, name: str) -> bool:
        """Filter as `aws s3 sync` does: exclusions first, what is included after all comes back."""
        excluded = any(fnmatch(name, pattern) for pattern in self.properties.get("Exclude", []))
        return not excluded or any(fnmatch(name, pattern) for pattern in self.properties.get("Include", []))

    def remove(self, place: Place) -> None:
        """Empty the bucket, as nothing in it is to be retained."""
        bucket = self.properties["DestinationBucketName"]
        for name in list(backend(place).get_bucket(bucket).keys):
            backend(place).delete_object(bucket, name)
