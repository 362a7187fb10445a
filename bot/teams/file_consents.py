"""Teams' protocol for files, as values: the card that asks, the answer to it, the card of a file.

Source: Microsoft, "Send and receive files using bot". It works in a personal chat only.
"""

import re
from dataclasses import dataclass
from typing import Any

from botbuilder.schema import Attachment
from botbuilder.schema.teams import FileConsentCard, FileInfoCard, FileUploadInfo
from botbuilder.schema.teams.additional_properties import ContentType

from bot.teams.activity_json import model_from_json
from bot.teams.arrivals import whole
from kfmodel.summary_files import SummaryFile

FILE_CONSENT = "fileConsent/invoke"

_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f"*:<>?/\\|#%]+')
_LONGEST_NAME = 150


class MalformedConsentError(ValueError):
    """The invoke's value is none of Teams'; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Consent:
    """A person's answer. `upload` says where the file goes; None: it has been declined."""

    summary_id: int
    file: SummaryFile
    upload: FileUploadInfo | None


def consent_in(value: object) -> Consent:
    """Raises MalformedConsentError."""
    if not isinstance(value, dict) or value.get("type") != "fileUpload":
        raise MalformedConsentError("no file upload")
    context = value.get("context")
    if not isinstance(context, dict):
        raise MalformedConsentError("no context")
    summary_id, file = whole(context.get("summary")), context.get("file")
    if summary_id is None or file not in list(SummaryFile):
        raise MalformedConsentError("the context is not ours")
    return Consent(summary_id, SummaryFile(file), _upload_in(value))


def _upload_in(value: dict[str, Any]) -> FileUploadInfo | None:
    if value.get("action") == "decline":
        return None
    given = value.get("uploadInfo")
    if value.get("action") != "accept" or not isinstance(given, dict):
        raise MalformedConsentError("neither accepted nor declined")
    upload = model_from_json(FileUploadInfo, given)
    said = (upload.name, upload.upload_url, upload.content_url, upload.unique_id, upload.file_type)
    if not all(said):
        raise MalformedConsentError("where to is not said")
    return upload


def consent_card(
    summary_id: int, file: SummaryFile, name: str, description: str, size: int
) -> Attachment:
    """Asks whether the file, of so many bytes, may be stored in the person's OneDrive."""
    context = {"summary": summary_id, "file": file.value}
    card = FileConsentCard(
        description=description, size_in_bytes=size, accept_context=context, decline_context=context
    )
    return Attachment(content_type=ContentType.FILE_CONSENT_CARD, name=name, content=card)


def file_card(upload: FileUploadInfo) -> Attachment:
    """The file that has been stored, to open."""
    return Attachment(
        content_type=ContentType.FILE_INFO_CARD,
        content_url=upload.content_url,
        name=upload.name,
        content=FileInfoCard(unique_id=upload.unique_id, file_type=upload.file_type),
    )


def name_in_onedrive(name: str, file: SummaryFile) -> str:
    """The name with the file's ending, of what OneDrive takes in one."""
    return file.named(_NOT_IN_A_NAME.sub("-", name)[:_LONGEST_NAME].strip(" .-~"))
