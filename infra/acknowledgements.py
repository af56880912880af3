"""The rules of cdk-nag that we break on purpose, each with its reason."""

from aws_cdk import Acknowledgment, Validations
from constructs import IConstruct

NO_RECORDS = "The privacy policy promises that no request is recorded: such a log holds addresses."
NO_ACCOUNTS = "There are no accounts, so nobody to authorise: the throttle bounds what anybody can ask for."
NO_FIREWALL = "Throttle and reserved concurrency bound load and bill; a firewall costs more than the idle stack."
PUBLISHER_ROLE = (
    "CDK's own: it may list, replace and delete, but in the site's bucket only, which holds public files only."
)

GATEWAY = {
    "APIG1": NO_RECORDS,
    "APIG6": f"{NO_RECORDS} Execution logs hold whole bodies, which are photos.",
    "APIG3": NO_FIREWALL,
    "APIG4": NO_ACCOUNTS,
    "COG4": NO_ACCOUNTS,
}

FILES = {"S1": NO_RECORDS}

DISTRIBUTION = {
    "CFR1": "Everybody may use it, wherever they are.",
    "CFR2": NO_FIREWALL,
    "CFR3": NO_RECORDS,
    "CFR4": "CloudFront's own certificate can't enforce TLS 1.2. With a domain and its certificate it is enforced.",
}

PUBLISHER = {
    "L1": "CDK's own function, with the runtime that its version was tested with.",
    "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]": (
        "CDK's own function, which writes what it published to its log."
    ),
    **{
        f"IAM5[Action::s3:{action}]": PUBLISHER_ROLE
        for action in ("Abort*", "DeleteObject*", "GetBucket*", "GetObject*", "List*")
    },
    "IAM5[Resource::<SiteFilesBucket4BA90CBC.Arn>/*]": PUBLISHER_ROLE,
    "IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]": (
        "CDK's own: it reads the site that the command line has uploaded to the account's CDK bucket."
    ),
}


def acknowledge(construct: IConstruct, reasons: dict[str, str]) -> None:
    """Accept that a construct and those in it break these rules."""
    Validations.of(construct).acknowledge(
        *(Acknowledgment(id=f"AwsSolutions::AwsSolutions-{rule}", reason=reasons[rule]) for rule in reasons)
    )
