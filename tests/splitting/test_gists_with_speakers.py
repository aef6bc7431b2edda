"""What a reader of the claims alone would be handed, each with its speaker: kinds of sentences that strict readers found misread."""

from __future__ import annotations

import pytest

import factcheck

FOUND: list[tuple[str, list[tuple[str, str | None]]]] = [
    # the parser's mistakes, mended
    (
        "A spokesman for the water board said the pipes dated from 1960.",
        [("A spokesman for the water board said the pipes dated from 1960.", "A spokesman for the water board")],
    ),
    (
        "Marla Oduya argued the toll would ruin hauliers and the minister, Piet Lind, countered that it would raise £40m.",
        [
            ("Marla Oduya argued the toll would ruin hauliers", "Marla Oduya"),
            ("The minister, Piet Lind, countered that it would raise £40m.", "Piet Lind"),
        ],
    ),
    ("“Is it true?” asked Judge Okello.", [("“Is it true?” asked Judge Okello.", "Okello")]),
    ("“It was orange,” said Per Aas.", [("“It was orange,” said Per Aas.", "Per Aas")]),
    ("Erik ten Broek said it was over.", [("Erik ten Broek said it was over.", "Erik ten Broek")]),
    (
        "“It is hot,” said Ines Marl, a professor at Orsa, who co-led the study.",
        [("“It is hot,” said Ines Marl", "Ines Marl"), ("[Ines Marl] co-led the study.", None)],
    ),
    ("Vice-president Ann Lee said it worked.", [("Vice-president Ann Lee said it worked.", "Ann Lee")]),
    (
        "“We fear it,” 52-year-old welder Halima, who gave only one name, told Reuters.",
        [
            ("“We fear it,” 52-year-old welder Halima … told Reuters.", "Halima"),
            ("[52-year-old welder Halima] gave only one name", None),
        ],
    ),
    (
        "In a paper in The Northern Journal, a group of doctors reported that it had failed.",
        [("In a paper in The Northern Journal, a group of doctors reported that it had failed.", "a group of doctors")],
    ),
    (
        "Over the next hour seven stranded again, and the warden, Jon Maxell, said there was no option but to shoot them.",
        [
            ("Over the next hour seven stranded again", None),
            ("The warden, Jon Maxell, said there was no option but to shoot them.", "Jon Maxell"),
        ],
    ),
    (
        "There have been scores of attacks, many claimed by the rebels.",
        [("There have been scores of attacks, many claimed by the rebels.", None)],
    ),
    (
        "A failure would come after weeks of President Joe Brack and his officials saying it needs to be in place by June.",
        [("A failure would come after weeks of President Joe Brack and his officials saying it needs to be in place by June.", None)],
    ),
    (
        "The rate fell to 5.6 percent when economists had expected it to stay, as fewer people sought work.",
        [
            ("The rate fell to 5.6 percent when economists had expected it to stay", None),
            ("Economists had expected it to stay", "economists"),
            ("Fewer people sought work.", None),
        ],
    ),
    (
        "Patrick Whale said the rescuers were elated, knowing 14 whales had been saved.",
        [
            ("Patrick Whale said the rescuers were elated", "Patrick Whale"),
            ("[Patrick Whale said the rescuers were elated,] knowing 14 whales had been saved.", "Patrick Whale"),
        ],
    ),
    (
        "A deal that would see hostages freed and the first break in months is unlikely to be struck by June.",
        [("A deal that would see hostages freed and the first break in months is unlikely to be struck by June.", None)],
    ),
    (
        "Rosa Marl said the choice to name it after one boy -- the others were not asked -- was wrong.",
        [("Rosa Marl said the choice to name it after one boy -- the others were not asked -- was wrong.", "Rosa Marl")],
    ),
    ("Staff Sgt. Greg Abel said police searched.", [("Staff Sgt. Greg Abel said police searched.", "Greg Abel")]),
    (
        "China's state-run Orsa Times news outlet reported on Tuesday that 270 people were hurt.",
        [("China's state-run Orsa Times news outlet reported on Tuesday that 270 people were hurt.", "Orsa Times")],
    ),
    (
        "The strike, which began in May, shut schools and courts across the state.",
        [("The strike shut schools and courts across the state.", None), ("[The strike] began in May", None)],
    ),
    (
        "In Tarn, one of the biggest markets in Orsa, traders said that lorries had been halted.",
        [("In Tarn, one of the biggest markets in Orsa, traders said that lorries had been halted.", "traders")],
    ),
    (
        "Detective Simon Wood told the court before it rose for lunch that Murr was ill.",
        [("Detective Simon Wood told the court before it rose for lunch that Murr was ill.", "Simon Wood")],
    ),
    (
        "'The party's suit seeks to keep it unfair.\n\n'By opposing it, they hurt us,' Ann Lee said.",
        [
            ("[Ann Lee:] 'The party's suit seeks to keep it unfair.'", "Ann Lee"),
            ("'By opposing it, they hurt us,' Ann Lee said.", "Ann Lee"),
        ],
    ),
    (
        "Crews moved inside the building, declaring the fire under control at 7:20 a.m.",
        [
            ("Crews moved inside the building", None),
            ("[Crews moved inside the building,] declaring the fire under control at 7:20 a.m.", None),
        ],
    ),
    # whose words they are
    ("Firefighters attacked the fire from outside.", [("Firefighters attacked the fire from outside.", None)]),
    ("A team responded to the scene.", [("A team responded to the scene.", None)]),
    (
        "Ousmane Dem takes the lead. Dem said it was hard.\n\n“Lee asked me to dance. I made it,” he said.",
        [
            ("Ousmane Dem takes the lead.", None),
            ("[Ousmane] Dem said it was hard.", "Ousmane Dem"),
            ("[Ousmane Dem:] “Lee asked me to dance.”", "Ousmane Dem"),
            ("“I made it,” [Ousmane Dem] said.", "Ousmane Dem"),
        ],
    ),
    (
        "The Commissioner of Police, Adam Usman, said seven died.",
        [("The Commissioner of Police, Adam Usman, said seven died.", "Adam Usman")],
    ),
    (
        "The chief executive, Rod Edding, remained confident that fares would rise.",
        [("The chief executive, Rod Edding, remained confident that fares would rise.", "Rod Edding")],
    ),
    (
        "The board condemned the launch, the statement read.",
        [("The board condemned the launch, the statement read.", "the statement")],
    ),
    (
        "ScotLine has said it was sorry.\n\n'Disrespectful'\n\nThe union wept.",
        [("ScotLine has said it was sorry.", "ScotLine"), ("'Disrespectful'", None), ("The union wept.", None)],
    ),
    ("At times you think she is well. I know it is old.", [("At times you think she is well.", None), ("I know it is old.", None)]),
    (
        "She said he hit Mr Morr to save his brother, who was being beaten.",
        [("She said he hit Mr Morr to save his brother, who was being beaten.", "She")],
    ),
    (
        "The Health Board said roads were among the worst in the world, according to its 2015 report.",
        [("The Health Board said roads were among the worst in the world, according to its 2015 report.", "Health Board")],
    ),
    (
        "Ann Lee said she was “devastated”. “We lost three. They were near the sea,” she said tearfully.",
        [
            ("Ann Lee said she was “devastated”.", "Ann Lee"),
            ("[Ann Lee:] “We lost three.”", "Ann Lee"),
            ("“They were near the sea,” [Ann Lee] said tearfully.", "Ann Lee"),
        ],
    ),
    (
        "“It won’t happen,” said one envoy who described the talks as “very hectic.”",
        [("“It won’t happen,” said one envoy who described the talks as “very hectic.”", "one envoy")],
    ),
    ("“I was down in May, but that’s changed,” Bo Hart said.", [("“I was down in May, but that’s changed,” Bo Hart said.", "Bo Hart")]),
    (
        "“He shakes hands with the driver...” Deputy Romeo Brack stated. “He then points a gun.”",
        [
            ("“He shakes hands with the driver...” Deputy Romeo Brack stated.", "Romeo Brack"),
            ("[Romeo Brack:] “He then points a gun.”", "Romeo Brack"),
        ],
    ),
    ("Five killed in blast: police\n\nA house fell.", [("Five killed in blast: police", "police"), ("A house fell.", None)]),
    ("The modest gain suggests a weak market.", [("The modest gain suggests a weak market.", None)]),
    ("Shareholders want to see growth.", [("Shareholders want to see growth.", None)]),
    ("The firm declined to comment.", [("The firm declined to comment.", None)]),
    (
        "Came the reply from the harbour master: “Nobody leaves tonight.”",
        [("Came the reply from the harbour master: “Nobody leaves tonight.”", "the harbour master")],
    ),
    (
        "“I saw the smoke first” — that is how night porter Gus Hale remembers the fire.",
        [("“I saw the smoke first” — that is how night porter Gus Hale remembers the fire.", "Gus Hale")],
    ),
    (
        "The agency quoted army officer Kang Fu as saying that 40 people were trapped.",
        [("The agency quoted army officer Kang Fu as saying that 40 people were trapped.", "Kang Fu")],
    ),
    (
        "The lawyer was beaten too, the witnesses were quoted as saying.",
        [("The lawyer was beaten too, the witnesses were quoted as saying.", "the witnesses")],
    ),
    (
        "“He was kind,” said John Grell.\n\n“Much loved by all.\n\n“We ask for quiet.”",
        [
            ("“He was kind,” said John Grell.", "John Grell"),
            ("[John Grell:] “Much loved by all.”", "John Grell"),
            ("[John Grell:] “We ask for quiet.”", "John Grell"),
        ],
    ),
    (
        "Lena Orsa and Mark Tull said it was wrong, and pressed for cuts.",
        [
            ("Lena Orsa and Mark Tull said it was wrong", "Lena Orsa and Mark Tull"),
            ("[Lena Orsa and Mark Tull] pressed for cuts.", "Lena Orsa and Mark Tull"),
        ],
    ),
    # what is the article's own
    (
        "The missing plane, which was carrying Danes, sank near Orsa, Mark Tull said.",
        [("The missing plane … sank near Orsa, Mark Tull said.", "Mark Tull"), ("[The missing plane] was carrying Danes", None)],
    ),
    (
        "Officials said the town was wrecked by the quake, whose magnitude was put at 7.1.",
        [("Officials said the town was wrecked by the quake", "Officials"), ("[The quake's] magnitude was put at 7.1.", None)],
    ),
    ("Mark Tull was referring to the strike of 1984.", [("Mark Tull was referring to the strike of 1984.", None)]),
    ("The Orsa Tribune, citing witnesses, named the surfer.", [("The Orsa Tribune, citing witnesses, named the surfer.", None)]),
    (
        "Excluding charges, Vantor said it had lost £95m, against £232m a year before.",
        [("Excluding charges, Vantor said it had lost £95m, against £232m a year before.", "Vantor")],
    ),
    (
        "A report by the Audit Office, which was seen by the Echo, blames the board.",
        [("A report by the Audit Office, which was seen by the Echo, blames the board.", "A report by the Audit Office")],
    ),
    (
        "A judge ruled that the clinic broke the law when it hid the risks.",
        [("A judge ruled that the clinic broke the law when it hid the risks.", "A judge")],
    ),
    ("Orrin's say it runs until 2027.", [("Orrin's say it runs until 2027.", "Orrin's")]),
    (
        "Mr Bell was not there. His lawyer, Nia Shah, said he was ill.",
        [("Mr Bell was not there.", None), ("[Bell's] lawyer, Nia Shah, said he was ill.", "Nia Shah")],
    ),
    # what would be false by itself
    (
        "It was the first win by a Harbour side since Ken Marin scored in Tarn.",
        [("It was the first win by a Harbour side since Ken Marin scored in Tarn.", None)],
    ),
    ("Those without it, which is half of the town, will pay.", [("Those without it, which is half of the town, will pay.", None)]),
    ("Leaders were held as they drove to the ground.", [("Leaders were held as they drove to the ground.", None)]),
    ("The turn came when the engine stopped.", [("The turn came when the engine stopped.", None)]),
    (
        "Officials said a bomb went off near the ministry, where a mission had been due to meet.",
        [("Officials said a bomb went off near the ministry", "Officials"), ("[At the ministry] a mission had been due to meet.", None)],
    ),
    (
        "Police found the Honda, whose driver had left it and walked off.",
        [("Police found the Honda", None), ("[The Honda's] driver had left it and walked off.", None)],
    ),
    (
        "The judge jailed them in May, but only after he blasted the police.",
        [("The judge jailed them in May, but only after he blasted the police.", None)],
    ),
    (
        "Ann Lee resigned in May, two days after auditors said that £4m had been paid for a wall.",
        [("Ann Lee resigned in May", None), ("Auditors said that £4m had been paid for a wall.", "auditors")],
    ),
    (
        "The clerk said that on three occasions it had lost votes when the Speaker backed the others.",
        [("The clerk said that on three occasions it had lost votes when the Speaker backed the others.", "The clerk")],
    ),
    (
        "China sent 10,000 workers to the area, who went on searching on Monday.",
        [("China sent 10,000 workers to the area, who went on searching on Monday.", None)],
    ),
    (
        "Several parents came, some of whom called it rushed and said Orsa was wrong.",
        [("Several parents came, some of whom called it rushed and said Orsa was wrong.", None)],
    ),
    ("The landing occurred after the rocket rose.", [("The landing occurred after the rocket rose.", None)]),
    # who is meant
    (
        "Minister for Health Mary Harn resigned. Ms Harn said it was late.",
        [("Minister for Health Mary Harn resigned.", None), ("Ms [Mary] Harn said it was late.", "Mary Harn")],
    ),
    (
        "The Amendment Bill was read. The Senate passed the Elections (Amendment) Laws Bill.",
        [("The Amendment Bill was read.", None), ("The Senate passed the Elections (Amendment) Laws Bill.", None)],
    ),
    (
        "The panel sat in May. On choosing the winners, they said: “All were good.”",
        [("The panel sat in May.", None), ("On choosing the winners, they said: “All were good.”", "they")],
    ),
    (
        "It was led by Professor Stephen Jack, of the department of medicine at King's College London, who taught there for years.",
        [
            ("It was led by Professor Stephen Jack, of the department of medicine at King's College London", None),
            ("[Professor Stephen Jack] taught there for years.", None),
        ],
    ),
    (
        "Minister of Employment and Labour Nomakhosa Meth resigned. Meth said it was late.",
        [("Minister of Employment and Labour Nomakhosa Meth resigned.", None), ("[Nomakhosa] Meth said it was late.", "Nomakhosa Meth")],
    ),
    (
        "Ann Lee and Bo Hart voted no. The two said it was wrong. Both left.",
        [
            ("Ann Lee and Bo Hart voted no.", None),
            ("The two [Ann Lee and Bo Hart] said it was wrong.", "The two"),
            ("Both [Ann Lee and Bo Hart] left.", None),
        ],
    ),
    ("Two plans of Ann Lee and Bo Hart were read. Both failed.", [
        ("Two plans of Ann Lee and Bo Hart were read.", None), ("Both failed.", None),
    ]),
    (
        "A judge jailed three men. Judge Ann Walter said police lied. The judge left in May.",
        [
            ("A judge jailed three men.", None),
            ("Judge Ann Walter said police lied.", "Ann Walter"),
            ("The judge [Ann Walter] left in May.", None),
        ],
    ),
    (
        "The MoD denied it. The Ministry of Defence, or MoD, paid £3m under the Relief and Recovery Act.",
        [
            ("The MoD [Ministry of Defence] denied it.", "Ministry of Defence"),
            ("The Ministry of Defence, or MoD, paid £3m under the Relief and Recovery Act.", None),
        ],
    ),
    (
        "India launched the Kestrel Satellite, on board a PSLV rocket. The rocket’s engine stopped.",
        [("India launched the Kestrel Satellite, on board a PSLV rocket.", None), ("The [PSLV] rocket’s engine stopped.", None)],
    ),
    (
        "Police arrested Bo Hart, an analyst at Brant Bank, who had said that shares would fall.",
        [("Police arrested Bo Hart", None), ("[Bo Hart] had said that shares would fall.", "Bo Hart")],
    ),
    (
        "Police arrested Bo Hart, a nephew of the mayor, who denied it.",
        [("Police arrested Bo Hart", None), ("[Bo Hart was] a nephew of the mayor, who denied it.", None)],
    ),
    ("They voted no and said they would strike.", [("They voted no", None), ("[They] said they would strike.", "They")]),
    ("Leo Brandt and his wife Anna left.", [("Leo Brandt and his wife Anna left.", None)]),
    (
        "Senate Republicans blocked it. It needs 60 votes in the Senate, and Republicans will stay away.",
        [
            ("Senate Republicans blocked it.", None),
            ("It needs 60 votes in the Senate", None),
            ("Republicans will stay away.", None),
        ],
    ),
    ("The gyre is big, said Erik van Sebel. It is old, said van Sebel.", [
        ("The gyre is big, said Erik van Sebel.", "Erik van Sebel"), ("It is old, said [Erik] van Sebel.", "Erik van Sebel"),
    ]),
    ("Orrin Foods lost £3m. Its chief executive, Gerard Arp, blamed fuel.", [
        ("Orrin Foods lost £3m.", None), ("[Orrin Foods's] chief executive, Gerard Arp, blamed fuel.", None),
    ]),
    ("The Velan Bridge opened in 1934. It carries 30,000 vehicles a day. It was a mistake.", [
        ("The Velan Bridge opened in 1934.", None), ("[Velan Bridge] carries 30,000 vehicles a day.", None), ("It was a mistake.", None),
    ]),
    # who speaks, and what is no saying
    (
        'Orlair said its profits rose. It expects a good year. The Orlair CEO has said fares will fall.',
        [
            ('Orlair said its profits rose.', 'Orlair'),
            ('[Orlair] expects a good year.', 'Orlair'),
            ('The Orlair CEO has said fares will fall.', 'The Orlair CEO'),
        ],
    ),
    (
        'Michael O’Brady said that fares will fall. O’Brady said costs rose.',
        [
            ('Michael O’Brady said that fares will fall.', 'Michael O’Brady'),
            ('[Michael] O’Brady said costs rose.', 'Michael O’Brady'),
        ],
    ),
    (
        'Police chief Datuk Lim Kok Wah said the men were held. Lim said the victim was safe.',
        [
            ('Police chief Datuk Lim Kok Wah said the men were held.', 'Lim Kok Wah'),
            ('Lim [Kok Wah] said the victim was safe.', 'Lim Kok Wah'),
        ],
    ),
    (
        'Tan Sri Rahim Noor said prices rose. Alhaji Musa Bello said the road was closed.',
        [
            ('Tan Sri Rahim Noor said prices rose.', 'Rahim Noor'),
            ('Alhaji Musa Bello said the road was closed.', 'Musa Bello'),
        ],
    ),
    (
        'Indians must now consider the ground a happy one. The bones thought to be from a whale were found at Orsa.',
        [
            ('Indians must now consider the ground a happy one.', None),
            ('The bones thought to be from a whale were found at Orsa.', None),
        ],
    ),
    (
        'Hart is to appeal, his lawyer, Francis Zell, told the court after sentence was passed.',
        [
            ("Hart is to appeal, [Hart's] lawyer, Francis Zell, told the court", 'Francis Zell'),
            ('Sentence was passed.', None),
        ],
    ),
    (
        'Hart said the penalty ”serves the purpose of the trial, which is to serve justice”.',
        [
            ('Hart said the penalty ”serves the purpose of the trial, which is to serve justice”.', 'Hart'),
        ],
    ),
    (
        'He was also critical of Orsa Airport and the Orsa Airport Authority as well as accusing the board of neglect.',
        [
            ('He was also critical of Orsa Airport and the Orsa Airport Authority', None),
            ('[He accused] the board of neglect.', 'He'),
        ],
    ),
    (
        'The road was not closed, nor was the bridge.',
        [
            ('The road was not closed, nor was the bridge.', None),
        ],
    ),
    (
        'Rescue teams came by boat to help survivors, should any be found.',
        [
            ('Rescue teams came by boat to help survivors, should any be found.', None),
        ],
    ),
    (
        'Two boats, one of which sank, left Orsa.',
        [
            ('Two boats left Orsa.', None),
            ('One of [two boats] sank', None),
        ],
    ),
    (
        'It is learnt that the victim was taken to a lake and rescued in a house in Orsa.',
        [
            ('It is learnt that the victim was taken to a lake', None),
            ('[The victim was] rescued in a house in Orsa.', None),
        ],
    ),
    (
        'Finch, in a strident response after the council failed to get the vote it needed, said he was making the call.',
        [
            ('Finch, in a strident response after the council failed to get the vote it needed, said he was making the call.', 'Finch'),
        ],
    ),
    (
        'Four deaths were reported from Ostrel, one of the region’s largest towns, which officials said was “worst hit”.',
        [
            ('Four deaths were reported from Ostrel, one of the region’s largest towns, which officials said was “worst hit”.', None),
        ],
    ),
    (
        'Coach Pep Lund said his team were better and deserved their victory.',
        [
            ('Coach Pep Lund said his team were better', 'Pep Lund'),
            ('[Pep Lund said his team] deserved their victory.', 'Pep Lund'),
        ],
    ),
    (
        'Kim Yoo-chul said the firm would sue. Kim denied the claim.',
        [
            ('Kim Yoo-chul said the firm would sue.', 'Kim Yoo-chul'),
            ('Kim [Yoo-chul] denied the claim.', 'Kim Yoo-chul'),
        ],
    ),
    (
        '``There are now all the ingredients for a conflict,″ he said.',
        [
            ('``There are now all the ingredients for a conflict,″ he said.', 'he'),
        ],
    ),
    (
        'Zaire and Rwanda have not yet agreed to attend. The two sides are yet to agree to talks.',
        [
            ('Zaire and Rwanda have not yet agreed to attend.', None),
            ('The two sides are yet to agree to talks.', None),
        ],
    ),
    (
        'The meeting saw robust exchanges as well as a warning from the clerk that the plan was illegal.',
        [
            ('The meeting saw robust exchanges as well as a warning from the clerk that the plan was illegal.', None),
        ],
    ),
    (
        'Police found some tools near a section of the track, which the authorities took into possession.',
        [
            ('Police found some tools near a section of the track, which the authorities took into possession.', None),
        ],
    ),
    (
        'Sifiso Moyo, the association’s chief executive, said the ministry was not ready.',
        [
            ('Sifiso Moyo, the association’s chief executive, said the ministry was not ready.', 'Sifiso Moyo'),
        ],
    ),
    (
        'The Nexus Note went on sale. Lee praised the Nexus S3.',
        [
            ('The Nexus Note went on sale.', None),
            ('Lee praised the Nexus S3.', 'Lee'),
        ],
    ),
    (
        'In Orsa on Monday, two men were hurt and a shop was burnt.',
        [
            ('In Orsa on Monday, two men were hurt', None),
            ('[In Orsa on Monday,] a shop was burnt.', None),
        ],
    ),
    (
        'Sales fell, with exports down 3 percent.',
        [
            ('Sales fell', None),
            ('Exports [were] down 3 percent.', None),
        ],
    ),
    (
        'The river peaked at noon, with 300 homes at risk.',
        [
            ('The river peaked at noon', None),
            ('300 homes [were] at risk.', None),
        ],
    ),
    (
        'The train was travelling at 80km/h when it left the track.',
        [
            ('The train was travelling at 80km/h when it left the track.', None),
        ],
    ),
    (
        'Kenya Union (Kut) Meru Central secretary Ada Toto left. Meru did well.',
        [
            ('Kenya Union (Kut) Meru Central secretary Ada Toto left.', None),
            ('Meru did well.', None),
        ],
    ),
    (
        'A man wanted for murder was arrested.',
        [
            ('A man wanted for murder was arrested.', None),
        ],
    ),
    (
        'It is her first since the publication of According To Queenie.',
        [
            ('It is her first since the publication of According To Queenie.', None),
        ],
    ),
    (
        '"Some are saying, `Cut off my legs. Just rescue me,\' " said Shiv Kumar.',
        [
            ('[Shiv Kumar:] "Some are saying, `Cut off my legs.\'"', 'Shiv Kumar'),
            ('"`Just rescue me,\' " said Shiv Kumar.', 'Shiv Kumar'),
        ],
    ),
    (
        'The House had already passed a motion meaning that Lee could, and did, monopolize the debate.',
        [
            ('The House had already passed a motion meaning that Lee could, and did, monopolize the debate.', None),
        ],
    ),
    (
        'The board wants to hear of any future building application. The application failed.',
        [
            ('The board wants to hear of any future building application.', None),
            ('The application failed.', None),
        ],
    ),
    (
        'It is the rival of a drug, bromide. The public sector strike began. The strike ended.',
        [
            ('It is the rival of a drug, bromide.', None),
            ('The public sector strike began.', None),
            ('The [public sector] strike ended.', None),
        ],
    ),
]  # fmt: skip
"""A text, and each of its claims with whose words it is; None is the article itself."""


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_a_claim_is_true_to_the_article_and_has_its_speaker(text: str, expected: list[tuple[str, str | None]]) -> None:
    claims = [c for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None]
    assert [(c.in_context, c.speaker.known_as if c.speaker else None) for c in claims] == expected
