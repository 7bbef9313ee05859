namespace MotivationalInterviewing.Coding;

/// <summary>Whose stance a clause states: the client's own, or one that is only reported, questioned or joked about.</summary>
[Flags]
internal enum ClauseStance
{
    /// <summary>Nothing says that it is not the client's own.</summary>
    Own = 0,

    /// <summary>
    /// Another person's opinion, reported without comment ("my wife says I drink too much"): no stance of the client's
    /// unless endorsed. What others suffer ("it's tearing my sister apart") is no report and counts.
    /// </summary>
    Reported = 1,

    /// <summary>Words that elsewhere mean change but here speak of something else, or of the distant past.</summary>
    Beside = 2,

    /// <summary>Wording that only jokes or sneers give: nothing said in such a clause is meant.</summary>
    Sarcastic = 4,

    /// <summary>"and he's right": makes another's opinion the client's own.</summary>
    Endorsing = 8,
}

/// <summary>Phrases that tell whose stance a clause states, one string per flag of <see cref="ClauseStance"/>, in order.</summary>
internal static class StanceCues
{
    internal static readonly string[] Groups =
    [
        """
        he/she/they/wife/husband/mother/father/doctor/judge/boss/nurse/sister/brother/daughter/son/girlfriend/boyfriend/partner/officer/teacher/friend/friends/people/everybody/everyone/dentist/family/coach/worker/nan always/just/also/even/keeps/keep says/say/said/thinks/think/thought/told/reckons/tells/claims/wants/want/saying/telling
        he/she/they/wife/husband/mother/father/doctor/judge/boss/nurse/sister/brother/daughter/son/girlfriend/boyfriend/partner/officer/teacher/friend/friends/people/everybody/everyone/dentist/family/coach/worker/nan says/say/said/thinks/think/thought/told/reckons/tells/claims
        he/she/they/wife/husband/mother/father/doctor/judge/boss/nurse/partner/officer/family wants/want me
        according to
        """,
        """
        want to know; use the bathroom/toilet/restroom; stopped/stop by; quit my job; new job; to pick up my; see you next/then/later/on/tomorrow; i bet it/they/he/she/that/you; you bet; take a seat; could murder a
        stop talking/asking about; hit the shops/road/books; ran/run into; nose * running; working out the; food for thought; sleep on it; can not hear you; for a while back in #; back in # $; years ago; i used to live/work/play; when i was # ; the number # bus
        find my glasses/keys; lost my keys/phone/wallet; pulling weeds
        """,
        """
        oh sure; oh great; oh wonderful; oh brilliant; oh fantastic; sure right after; never thought of that; like that will help/work; that will fix; yeah sure; just become a; right after i win
        """,
        """
        he/she/they is/are right; they are right; is probably right; i agree; think she/he/they is/are right; has/have a point; i know it is true; it is true; and i know; i do too; and i can see
        """,
    ];
}
