"""The example's people: made up, like their addresses."""

import unicodedata
from dataclasses import dataclass
from uuid import UUID, uuid5

from kfmodel.organisation import Role

_ACCOUNTS = UUID("7f0c1a52-3f0e-4c55-9f57-0d1d5a1c2025")


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """Someone with the same role at each of their `places`.

    `has_account_in_file` is False for the one whom the import names without an Entra id.
    """

    name: str
    role: Role
    places: tuple[str, ...]
    language: str = "sv"
    has_account_in_file: bool = True

    @property
    def email(self) -> str:
        return address(self.name)

    @property
    def entra_id(self) -> str:
        return account(self.email)


def address(name: str) -> str:
    """Åsa Öberg is asa.oberg@exempelstad.example."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return f"{plain.replace(' ', '.')}@exempelstad.example"


def account(email: str) -> str:
    """A fixed Entra id for an address, the same in every demo."""
    return str(uuid5(_ACCOUNTS, email))


def _head(name: str, division: str) -> ExamplePerson:
    return ExamplePerson(name, Role.DIVISION_HEAD, (division,))


def _unit(name: str, *units: str, language: str = "sv") -> ExamplePerson:
    return ExamplePerson(name, Role.UNIT_MANAGER, units, language)


PEOPLE: tuple[ExamplePerson, ...] = (
    ExamplePerson("Helena Ryding", Role.HR, ("ASN",)),
    _head("Bengt Hallander", "ASN-ARB"),
    _head("Ingrid Solvik", "ASN-UTR"),
    _head("Mattias Edfors", "ASN-INS"),
    _head("Camilla Brandell", "ASN-EKB"),
    _head("Lars Tengby", "ASN-BTS"),
    _unit("Anna Lindmo", "ASN-ARB-01"),
    _unit("Peter Sandahl", "ASN-ARB-02"),
    _unit("Sarah Whitcombe", "ASN-ARB-03", language="en"),
    _unit("Jonas Rehnby", "ASN-ARB-04"),
    _unit("Karin Öberg", "ASN-UTR-01"),
    _unit("Fredrik Alnäs", "ASN-UTR-02"),
    _unit("Malin Törnvall", "ASN-UTR-03"),
    _unit("Daniel Ekvik", "ASN-UTR-03"),
    _unit("Åsa Granlid", "ASN-UTR-04"),
    _unit("Samir Haddani", "ASN-UTR-05"),
    _unit("Eva Norrsell", "ASN-UTR-06"),
    _unit("Johan Vretlund", "ASN-UTR-07"),
    _unit("Lena Björkdal", "ASN-UTR-08"),
    _unit("Mikael Stenhag", "ASN-UTR-09"),
    _unit("Susanne Ahlvik", "ASN-UTR-10", "ASN-UTR-11"),
    _unit("Petra Wallmark", "ASN-INS-01"),
    ExamplePerson("Oskar Lundvall", Role.UNIT_MANAGER, ("ASN-INS-02",), has_account_in_file=False),
    _unit("Maria Dahlhem", "ASN-INS-03"),
    _unit("Leila Karimi Holm", "ASN-INS-04"),
    _unit("Tomas Fridell", "ASN-INS-05"),
    _unit("Annika Sjödell", "ASN-EKB-01"),
    _unit("Martin Hedby", "ASN-EKB-02"),
    _unit("Ulrika Palmlund", "ASN-EKB-03"),
    _unit("Emil Rosander", "ASN-EKB-04"),
    _unit("Birgitta Nymark", "ASN-EKB-05"),
    _unit("Henrik Ljungvik", "ASN-BTS-01"),
)
"""Two share ASN-UTR-03, one has two units, and ASN-BTS-02 is vacant."""

OUTSIDER = "Ulf Främling"
"""Someone with an account who is in no roster."""
