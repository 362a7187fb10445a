"""Where a person's files may be sent, and what they may be called there."""

import pytest

from bot.settings import Settings
from bot.teams.file_consents import name_in_onedrive
from bot.teams.onedrive import OneDrive
from kfmodel.summary_files import SummaryFile


def onedrive() -> OneDrive:
    return OneDrive(Settings().onedrive_hosts.split())


@pytest.mark.parametrize(
    "address",
    [
        "https://contoso-my.sharepoint.com/personal/hr/_api/uploadSession?tempauth=a.b",
        "https://CONTOSO-MY.SharePoint.com/x",
        "https://contoso-my.sharepoint.com:443/x",
        "https://contoso-my.sharepoint.com/personal/hr/Documents/Höst 2025.xlsx",
        "https://onedrive.cloud.microsoft/x",
    ],
)
def test_onedrives_own_addresses(address: str) -> None:
    assert onedrive().has(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "contoso-my.sharepoint.com/x",
        "//contoso-my.sharepoint.com/x",
        "http://contoso-my.sharepoint.com/x",
        "ftp://contoso-my.sharepoint.com/x",
        "javascript:alert(1)",
        "https://sharepoint.com.example/x",
        "https://notsharepoint.com/x",
        "https://sharepoint.com@example.com/x",
        "https://hr@contoso-my.sharepoint.com/x",
        "https://example.com/?https://contoso-my.sharepoint.com/",
        "https://example.com#.sharepoint.com",
        "https://example.com\\.sharepoint.com/x",
        "https://169.254.169.254/x",
        "https://127.0.0.1/x",
        "https://[::1/x",
        "https://contoso-my.sharepoint.com:port/x",
        "https://contoso-my.sharepoint.com/x\r\nHost: example.com",
        "https://contoso-my.sharepoint.com/\x00",
    ],
)
def test_other_addresses(address: str) -> None:
    assert not onedrive().has(address)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Höst 2025 Arbete och välfärd", "Höst 2025 Arbete och välfärd.xlsx"),
        ('2025: vård/omsorg "norr"\n', "2025- vård-omsorg -norr.xlsx"),
        ("../../etc", "etc.xlsx"),
        ("~$öppen", "$öppen.xlsx"),
        ("x" * 300, "x" * 150 + ".xlsx"),
    ],
)
def test_a_name_that_onedrive_takes(name: str, expected: str) -> None:
    assert name_in_onedrive(name, SummaryFile.WORKBOOK) == expected
