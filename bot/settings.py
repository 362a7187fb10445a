"""Settings of the service, each from an environment variable `KF_…`."""

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class UnsafeStartError(Exception):
    """The settings are not enough to start with, or not safe; the message says which and why, in
    Swedish, to whoever starts the service."""


class Settings(BaseSettings):
    """Everything that differs between installations. `kf demo` needs none of it."""

    model_config = SettingsConfigDict(env_prefix="KF_", extra="ignore")

    database_url: str = "sqlite:///var/kf.db"
    """SQLite file, or `postgresql+psycopg://user:password@host/database`."""

    app_id: str = ""
    """The bot's app id in Entra. Without it only the demo on loopback starts."""

    app_password: SecretStr = SecretStr("")
    """The app's client secret; empty for a managed identity."""

    app_type: Literal["SingleTenant", "UserAssignedMSI"] = "SingleTenant"
    """How the bot signs in to send messages."""

    tenant_id: str = ""
    """The organisation's Entra tenant; activities of other tenants are not answered."""

    public_url: str = "http://127.0.0.1:3978"
    """Where people reach this service, for download links."""

    publisher: str = Field("Kompetensförsörjning", max_length=32)
    """Who publishes the Teams app, as Teams shows it: the municipality's name."""

    info_url: str = ""
    """Page about the app, its terms and how personal data is handled; `public_url` without it."""

    link_secret: SecretStr = SecretStr("")
    """What download links are signed with, the same for every replica. Empty: it follows from the
    app password; a managed identity has none, so its links end with the process."""

    onedrive_hosts: str = "sharepoint.com cloud.microsoft"
    """Where Teams may have files sent that somebody saves in their OneDrive: these, and what is
    under them. Another national cloud has its own, as `sharepoint.cn`."""

    smtp_url: SecretStr = SecretStr("")
    """Where e-mail is posted: `smtps://user:password@host` (TLS, port 465), `smtp://…` (STARTTLS,
    port 587), `smtp://relay:25?tls=off`, or `file:///folder`. Empty: nothing is e-mailed."""

    mail_from: str = ""
    """The sender of e-mail, `kf@kommun.se` or `Kompetensförsörjning <kf@kommun.se>`."""

    replicas: int = Field(1, ge=1, le=20)
    """How many processes serve the same bot: they share the requests a second that Teams allows."""

    replica: str = ""
    """What this process is called among them, the same after a restart; the machine's name without
    it. Two on one machine need one each."""

    host: str = "127.0.0.1"
    """Address that `kf serve` listens on."""

    port: int = Field(3978, ge=1, le=65535)
    """Port that `kf serve` listens on."""

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def reaches_nobody(self) -> bool:
        """E-mail goes to a folder, and nothing to Teams."""
        return not self.app_id and self.smtp_url.get_secret_value().startswith("file:")
