"""What several reports of one case say alike is worked out once, and never told of another case."""

from __future__ import annotations

import gc
import weakref

from factcheck.model import Case
from factcheck.reporting.once import once
from tests.builders import ferry_case


def test_it_is_worked_out_again_for_another_case_only() -> None:
    asked: list[int] = []

    @once
    def claims(case: Case) -> int:
        asked.append(len(case.claims))
        return len(case.claims)

    one = ferry_case()
    other = one.model_copy(update={"claims": ()})
    assert [claims(one), claims(one), claims(other), claims(one)] == [len(one.claims), len(one.claims), 0, len(one.claims)]
    assert asked == [len(one.claims), 0, len(one.claims)]


def test_nothing_is_kept_of_a_case_that_is_gone() -> None:
    class Told:
        pass

    told = once(lambda _: Told())
    case = ferry_case()
    made = weakref.ref(told(case))
    assert made() is not None
    del case
    gc.collect()
    assert made() is None
