"""Messages of wire services, made up, with everything that their formats put into them."""

from __future__ import annotations

IPTC_7901 = (
    "\x01hna0105 4 s 120  hna 099\r\n\r\nBritain/ferries/Port Ellen/\r\n"
    "\x021ST LEAD\r\nFerry refit runs late in Port Ellen\r\n"
    "By Ida Marsh, hna =\r\n\r\n"
    "Port Ellen (hna) - The council said on Monday that the refit of the\r\n"
    "ferry would cost £1.2m, half as much again as it had planned.\r\n\r\n"
    "It runs late, the harbour master said.\r\n\r\n"
    "## Note to editors\r\n- adds harbour master\r\n\r\n"
    "The following information is not for publication\r\n\r\n- Editing by: Tom Breck\r\n\r\nhna im/tb\r\n\x03050930 GMT Mar 24\r\n\x7f\x04"
).encode()

MARKED = (
    b"\x16\x16\x01a0412\x1faabb-\r\nr i\x13\x11 bc-hn--ferry-refit 2ndld-writethru 03-05 0412\r\n\x02"
    b"^BC-HN--Ferry Refit, 2nd Ld-Writethru,416<\r\n^Ferry refit runs late for third time<\r\n^HNA Photo PE101, PE102<\r\n"
    b"^Eds: Updates with harbour master.<\r\n^The council's refit of the ferry runs late.<\r\n^By IDA MARSH=\r\n^Harbour News Writer=\r\n"
    b"\t   PORT ELLEN, Scotland (HNA) _ The council's refit of the ferry runs late. It would cost 1.2 million pounds,\r\n"
    b"half as much again as it had planned.\r\n \r\n"
    b"\t   ``We had to,'' the harbour master said. ``It wasn't easy.''\r\n\t   ___\r\n\t   Nobody was hurt.\r\n\r\n"
    b"\x03\t   HNA-WF-03-05-24 0930GMT<\r\n\x04"
)

TABULAR = (
    b"\x16\x16\x01a0413\x1faabb-\r\nu s\x13\x12 bc-ferries 03-05 0100\r\n\x02^BC-Ferries,30<\r\n^Ferries At A Glance<\r\n"
    b"^By The Harbour News=\r\n"
    b"^Ferry       Trips  Late<\r\n^Lady Anne      41    12<\r\n^Oban Star      38     9<\r\n\x03HNA-NY-03-05-24 0056EST\r\n\x04"
)

TELEX = (
    "ZCZC HNA\n%A\n#Ferry_BC1\n$Ferry refit runs late in Port Ellen\n:(PORT ELLEN)\n&HNAIS\\Marshi\n*07000000\n"
    "The council of Port Ellen said on Monday that the refit would cost £1.2m.\n\n"
    "   It runs late, the harbour master said.\n\nHNA RTV\nNNNN\n"
).encode()
