"""Given names that tell a woman from a man, so that "she" is not tied to an Arthur.

The commonest names of the US Social Security Administration's lists since 1930 and of the UK Office for National
Statistics' lists, one gender at nine in ten or more; names borne by both (Alex, Jordan, Kim, Pat, Robin, Sam) are left out.
A name that is not here says nothing.
"""

from __future__ import annotations

from factcheck.splitting.wordlists import words

WOMEN = words(
    """
    abigail ada adele agnes aisha alexandra alice alison amanda amber amelia amy andrea angela anita ann anna anne annette
    annie april audrey barbara beatrice becky bella bernadette beth betty beverly brenda bridget brooke camilla carla carol
    carole caroline carolyn carrie catherine cathy celia charlotte chelsea cheryl chloe christina christine cindy claire
    clara colleen connie cynthia daisy daniela danielle dawn deborah debbie debra deirdre denise diana diane dolores donna
    doreen doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen elsie emily emma erica erin
    esther ethel eva evelyn fatima felicity fiona florence frances freya gail gemma georgia georgina geraldine gertrude
    gillian gina gladys gloria grace greta hannah harriet hazel heather heidi helen helena hilary hillary holly ida imogen
    ingrid irene iris irma isabel isabella isla ivanka jacqueline jane janet janice jasmine jean jeanette jennifer jenny
    jessica jill joan joanna joanne josephine joyce juanita judith judy julia juliana julie june karen kate katherine
    kathleen kathryn kathy katie kayla kelly kimberly kirsten kirsty kristen kristin laura lauren leah lena leslie lillian
    lily linda lisa lois lorraine louisa louise lucy luisa lydia lynn mabel madeleine madison maggie malala marcia margaret
    margot maria marian marie marilyn marjorie marlene martha mary maureen megan melania melanie melissa meredith mia
    michelle mildred miranda molly monica nadia nancy naomi natalie natasha nicola nicole nina nora norma olga olivia pamela
    patricia paula pauline penelope penny phoebe phyllis priscilla rachel rebecca renee rhonda rita roberta rosa rose
    rosemary rosie ruby ruth sadie sally samantha sandra sara sarah shannon sharon sheila shirley sofia sonia sophia sophie
    stella stephanie sue susan suzanne sylvia tamara tanya tara teresa theresa tina tracey ursula valerie vanessa vera
    veronica victoria viola violet virginia vivian wanda wendy yolanda yvette yvonne zara zoe
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


def gender_of(given_name: str) -> str | None:
    """`f`, `m`, or None when the name does not say."""
    name = given_name.casefold()
    return "f" if name in WOMEN else "m" if name in MEN else None
