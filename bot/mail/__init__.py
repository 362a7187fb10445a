"""E-mail: where it is posted, and the sender that posts it."""

from bot.mail.folder import MailFolder
from bot.mail.post import Post, post_at
from bot.mail.sender import EmailSender
from bot.mail.smtp import SmtpPost, SmtpServer

__all__ = [
    "EmailSender",
    "MailFolder",
    "Post",
    "SmtpPost",
    "SmtpServer",
    "post_at",
]
