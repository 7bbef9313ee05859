using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// What is remembered of a running conversation: a fixed number of facts, whatever its length. Words are kept only of a
/// clause that broke off, until its speaker's next turn.
/// </summary>
internal sealed class ConversationState
{
    private const int LongestInterjection = 12;

    /// <summary>Direction of the client's latest turn that took a stance.</summary>
    internal TalkDirection LastStance { get; set; }

    /// <summary>Direction of the client's latest turn.</summary>
    internal TalkDirection LastTalk { get; set; }

    internal bool LastTalkMixed { get; set; }

    internal Speaker LastSpeaker { get; set; }

    /// <summary>What the counselor said just before; reset when the client has answered.</summary>
    internal CounselorTurn LastCounselor { get; set; }

    /// <summary>The client's latest turn ended in a question.</summary>
    internal bool ClientAsked { get; set; }

    /// <summary>Consent to advice on the current topic.</summary>
    internal bool MayAdvise { get; set; }

    /// <summary>Permission was asked and the answer is outstanding.</summary>
    internal bool AskedToAdvise { get; set; }

    private readonly string[] _brokenOff = ["", ""];

    /// <summary>The latest turn was too short to be more than a sign of listening.</summary>
    private bool _interjected;

    /// <summary>
    /// The clause that the speaker broke off before, when this turn goes on with it: it begins in the middle of a
    /// sentence, or only a word or two stand between. Remembers this turn's own end in its place.
    /// </summary>
    internal string TakeBrokenOff(Speaker speaker, ReadOnlySpan<char> text)
    {
        var at = speaker == Speaker.Client ? 0 : 1;
        var begun = _brokenOff[at];
        if (begun.Length > 0 && !(_interjected && LastSpeaker != speaker) && !Marks.GoesOn(text)) begun = "";
        _brokenOff[at] = Marks.BrokenOff(text);
        _interjected = text.Length <= LongestInterjection;
        return begun;
    }

    internal void Reset()
    {
        LastStance = LastTalk = TalkDirection.Neutral;
        LastTalkMixed = ClientAsked = MayAdvise = AskedToAdvise = _interjected = false;
        _brokenOff.AsSpan().Fill("");
        LastSpeaker = Speaker.Unknown;
        LastCounselor = default;
    }
}

/// <summary>The facts of a counselor's turn that decide how the client's answer reads.</summary>
internal readonly record struct CounselorTurn
{
    internal CounselorMain Main { get; init; }

    /// <summary>The turn ends in a question.</summary>
    internal bool Asks { get; init; }

    /// <summary>The question is answered by yes or no.</summary>
    internal bool AsksYesNo { get; init; }

    /// <summary>The question asks for a number from 0 to 10.</summary>
    internal bool AsksRuler { get; init; }

    /// <summary>Direction of what the question puts forward or the reflection gives back, as if the client had said it.</summary>
    internal TalkDirection Proposition { get; init; }

    internal ChangeTalkKind Kind { get; init; }
}
