namespace MotivationalInterviewing.Coding;

/// <summary>
/// What is remembered of a running conversation: a fixed number of facts, whatever its length. No words are kept.
/// </summary>
internal sealed class ConversationState
{
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

    /// <summary>The speaker's latest turn broke off.</summary>
    internal bool ClientCutOff { get; set; }

    internal bool CounselorCutOff { get; set; }

    internal void Reset()
    {
        LastStance = LastTalk = TalkDirection.Neutral;
        LastTalkMixed = ClientAsked = MayAdvise = AskedToAdvise = ClientCutOff = CounselorCutOff = false;
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
