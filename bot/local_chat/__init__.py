"""The local chat page of `kf demo`, and the channel that carries its messages to the bot."""

from bot.local_chat.passing_time import Time
from bot.local_chat.personas import Persona
from bot.local_chat.routes import add_local_chat

__all__ = ["Persona", "Time", "add_local_chat"]
