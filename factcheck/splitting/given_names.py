"""Given names that tell a woman from a man, so that "she" is not tied to an Arthur.

The commonest names of the US Social Security Administration's lists since 1930 and of the UK Office for National
Statistics' lists, one gender at nine in ten or more; names borne by both (Alex, Jordan, Kim, Pat, Robin, Sam) are left out.
A name that is not here says nothing.
"""

from __future__ import annotations

from factcheck.splitting.wordlists import words

WOMEN = words(
    """
    abigail ada adele agnes aisha alexandra alice alison amanda amber amelia amy angela anita ann anna anne annette annie
    april audrey barbara beatrice becky bella bernadette beth betty beverly brenda bridget brooke camilla carla carol carole
    caroline carolyn carrie catherine cathy celia charlotte chelsea cheryl chloe christina christine cindy claire clara
    colleen connie cynthia daisy daniela danielle dawn debbie deborah debra deirdre denise diana diane dolores donna doreen
    doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen elsie emily emma erica erin esther
    ethel eva evelyn fatima felicity fiona florence frances freya gail gemma georgia georgina geraldine gertrude gillian
    gina gladys gloria grace greta hannah harriet hazel heather heidi helen helena hilary hillary holly ida imogen ingrid
    irene iris irma isabel isabella isla ivanka jacqueline jane janet janice jasmine jeanette jennifer jenny jessica jill
    joan joanna joanne josephine joyce juanita judith judy julia juliana julie june karen kate katherine kathleen kathryn
    kathy katie kayla kimberly kirsten kirsty kristen kristin laura lauren leah lena lillian lily linda lisa lois lorraine
    louisa louise lucy luisa lydia mabel madeleine madison maggie malala marcia margaret margot maria marian marie marilyn
    marjorie marlene martha mary maureen megan melania melanie melissa meredith mia michelle mildred miranda molly monica
    nadia nancy naomi natalie natasha nicola nicole nina nora norma olga olivia pamela patricia paula pauline penelope penny
    phoebe phyllis priscilla rachel rebecca renee rhonda rita roberta rosa rose rosemary rosie ruby ruth sadie sally
    samantha sandra sara sarah shannon sharon sheila shirley sofia sonia sophia sophie stella stephanie sue susan suzanne
    sylvia tamara tanya tara teresa theresa tina tracey ursula valerie vanessa vera veronica victoria viola violet virginia
    vivian wanda wendy yolanda yvette yvonne zara zoe
    """
)

MEN = words(
    """
    aaron abdul abraham adam adrian ahmed aidan alan albert alexander alfred ali alistair allan allen alvin andrew andy
    angus anthony antonio archie arnold arthur barack barry ben benjamin bernard bernie bill billy bob bobby boris brad
    bradley brandon brendan brett brian bruce bryan callum calvin carl carlos cecil cedric charles charlie chester christian
    christopher chuck clarence clifford clive clyde colin connor craig curtis cyril dale dan daniel darren dave david dean
    declan dennis derek desmond dick dmitry dominic don donald doug douglas duncan dustin dwight earl ed eddie edgar edmund
    eduardo edward edwin emil emmanuel enrique eric ernest ernesto ethan eugene evan ewan felix fernando floyd francis
    francisco frank franklin fred frederick gareth gary gavin gene geoffrey george gerald gerard gilbert giles glen glenn
    gordon graham greg gregory guy harold harry harvey hassan hector henry herbert herman homer horace howard hubert hugh
    hugo ian ibrahim igor isaac ivan jack jacob jacques jake james jared jason javier jeff jeffrey jeremy jerome jerry jesus
    jim jimmy joe joel john johnny jon jonathan jorge jose joseph joshua juan julian julio justin karl keith ken kenneth
    kevin kurt kyle lance larry lawrence leo leon leonard leroy lewis liam lionel lloyd louis lucas luis luke magnus malcolm
    manuel marc marco marcus mario mark marshall martin marvin matt matthew maurice max melvin michael miguel mike milton
    mitch mohamed mohammed muhammad nathan nathaniel neil nelson nicholas nick nigel noah norman oliver oscar otto owen
    patrick paul pedro percy perry peter phil philip phillip rafael ralph ramon raymond reginald ricardo richard rick ricky
    rob robert roberto rod roderick rodney roger roland ron ronald ross rupert russell ryan salvador samuel scott sean
    sebastian sergei sergio seth shane shaun sidney simon stanley stefan stephen steve steven stewart stuart ted terence
    terrence theodore thomas tim timothy todd tom tommy tony travis trevor tyler vernon victor vincent vladimir wallace
    walter warren wayne wilfred will william willie winston xavier zachary
    """
)


EITHER = words(
    """
    abu ahn alex ali andrea ariel ashley ashok avery bai bo cameron chen chris dana dominique drew elliot francis gabriel
    hadi hao hiro hui ivo jaime jamie jan jean jesse jin jo jordan jun jung kai kelly kerry kim kit lal lee leigh leslie lin
    ling lynn mei min ming morgan nam nicky noor ola park pat quinn raj ram robin sam sandy sasha shane shira sidney singh
    soo sung sydney taylor terry tracy val wei wen xi xiao yan yang yi ying yong yu yun zhang
    """
)
"""Given names that both bear, or whose bearers' gender these lists do not tell: they speak for a person all the same."""

_FURTHER_MEN = words(
    """
    abdullah aleksandr alexei ayman bashar benyamin bilal carlo claude dmitri emilio enzo etienne fabio faisal farid giorgio
    giovanni giuseppe hamid hans heinrich henri hiroshi hussein imran islam jean-claude johan johannes kenji khalid lars
    leonardo lorenzo luca luigi mahmoud marcel mariano mateo maurizio mehmet michel mikhail mohammad mustafa narendra nasser
    nikolai nils olaf olivier omar pablo paolo pierre piet rafiq rahul rajesh rashid recep rodrigo salman sanjay shinzo
    silvio stephane sunil takashi tariq thierry tomas umar vijay viktor vinod wolfgang yusuf yves
    """
)
_FURTHER_WOMEN = words(
    """
    amina ana angelina aung aya ayesha beatriz benazir carmen chiara claudia consuelo deepa dilma ekaterina farah francesca
    giulia guadalupe indira ines ingeborg irina ivana jana jasmin katarina keiko khadija lakshmi larisa leila lucia ludmila
    magdalena marta michiko mina nadine natalia noura olga park-geun pilar pooja priya rania sabine sakura salma sania
    shabana silvia sunita svetlana tatiana ulrike ursula valentina yasmin yoko yulia zainab
    """
)


def is_given(name: str) -> bool:
    """Whether the word is a given name."""
    word = name.casefold()
    return word in EITHER or gender_of(word) is not None


def gender_of(given_name: str) -> str | None:
    """`f`, `m`, or None when the name does not say."""
    name = given_name.casefold()
    return "f" if name in WOMEN or name in _FURTHER_WOMEN else "m" if name in MEN or name in _FURTHER_MEN else None
