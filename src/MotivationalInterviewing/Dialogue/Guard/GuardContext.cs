namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>Whether the client has asked for or agreed to advice or information.</summary>
internal enum GuardConsent
{
    None = 0,
    Asked,
    Granted,
    Refused,
}

/// <summary>What the turns before a reply say about it.</summary>
internal struct GuardContext
{
    public GuardConsent Consent;
    public bool ClientAsks;
    public bool Risk;
    public bool DangerousStop;
    public bool AsksSecrecy;
    public int ClosedChain;
    public bool ClientShort;
    public GuardMatches Client;
    public ulong ChangeStems;
    public ulong OtherStems;

    // Elicit, provide, elicit: leave stands while the client says what they know already.
    private bool _elicits;

    /// <summary>Turns before the last one that are looked at.</summary>
    public const int Reach = 8;

    public static GuardContext Read(ReadOnlySpan<Utterance> history)
    {
        var context = default(GuardContext);
        if (history.Length > Reach) history = history[^Reach..];
        for (var i = 0; i < history.Length; i++)
        {
            var turn = history[i];
            if (turn?.Text is not { Length: > 0 } words) continue;
            using var text = GuardText.Read(words);
            if (turn.Speaker == Speaker.Counselor) context.OnCounselor(text);
            else if (turn.Speaker == Speaker.Client) context.OnClient(text, words);
        }

        return context;
    }

    private void OnCounselor(in GuardText text)
    {
        var matches = default(GuardMatches);
        GuardLexicon.Reply.Match(text, ref matches);
        if (matches.Has(GuardCue.AskPermission)) Consent = GuardConsent.Asked;
        _elicits = Consent == GuardConsent.Granted && matches.Has(GuardCue.OpenQuestion);
        ClosedChain = IsOnlyClosedQuestions(text, matches) ? ClosedChain + 1 : 0;
    }

    /// <summary>A turn that ends with a closed question and says next to nothing else.</summary>
    public static bool IsOnlyClosedQuestions(in GuardText text, in GuardMatches matches) =>
        matches.Has(GuardCue.ClosedQuestion) || (text.QuestionMarks > 0 && text.Words.Length <= 6 && !matches.Has(GuardCue.OpenQuestion));

    private void OnClient(in GuardText text, string words)
    {
        var matches = default(GuardMatches);
        GuardLexicon.Client.Match(text, ref matches);
        Client = matches;
        ClientShort = text.Words.Length <= 8;
        ClientAsks = AsksSomething(text, matches);
        AsksSecrecy = matches.Has(GuardCue.AsksSecrecy);
        SplitStems(text, words, matches);
        var refuses = matches.Has(GuardCue.Refuse);
        var invites = matches.Has(GuardCue.Invite) && (ClientAsks || !refuses);
        Consent = (Consent, refuses, invites || ClientAsks) switch
        {
            (_, true, _) when !matches.Has(GuardCue.Invite) => GuardConsent.Refused,
            (_, true, false) => GuardConsent.Refused,
            (_, _, true) => GuardConsent.Granted,
            (GuardConsent.Asked, _, _) => matches.Has(GuardCue.Agree) || ClientShort ? GuardConsent.Granted : GuardConsent.None,
            (GuardConsent.Granted, _, _) => ClientShort || _elicits || matches.Has(GuardCue.Agree) ? GuardConsent.Granted : GuardConsent.None,
            _ => Consent == GuardConsent.Refused ? GuardConsent.Refused : GuardConsent.None,
        };
        DangerousStop = matches.Has(GuardCue.StopNow) && (matches.Has(GuardCue.DangerousSubstance) || matches.Has(GuardCue.HeavyUse)) && !words.Contains("smok", StringComparison.OrdinalIgnoreCase);
        Risk = HasRisk(matches) || DangerousStop;
    }

    /// <summary>Content words of the clause that holds change talk, and of the others, as two small sets.</summary>
    private void SplitStems(in GuardText text, string words, in GuardMatches matches)
    {
        (ChangeStems, OtherStems) = (0, 0);
        if (!matches.Has(GuardCue.StrongChange)) return;
        var (first, _) = matches.Words(GuardCue.StrongChange);
        var all = text.Words;
        int from = first, to = first;
        while (from > 0 && all[from - 1].Sentence == all[first].Sentence && !IsBut(all[from - 1].Hash)) from--;
        while (to + 1 < all.Length && all[to + 1].Sentence == all[first].Sentence && !IsBut(all[to + 1].Hash)) to++;
        for (var i = 0; i < all.Length; i++)
        {
            if (!GuardFeatures.IsContent(all[i])) continue;
            if (i >= from && i <= to) ChangeStems |= GuardFeatures.StemBit(words, all[i]);
            else OtherStems |= GuardFeatures.StemBit(words, all[i]);
        }

        OtherStems &= ~ChangeStems;
    }

    private static readonly uint s_but = GuardText.HashOf("but"), s_though = GuardText.HashOf("though");

    private static bool IsBut(uint hash) => hash == s_but || hash == s_though;

    /// <summary>The one place where a danger in the client's words is recognized.</summary>
    private static bool HasRisk(in GuardMatches matches) => matches.Has(GuardCue.Risk);

    private static bool AsksSomething(in GuardText text, in GuardMatches matches)
    {
        if (text.QuestionMarks == 0) return false;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Ending == '?' && sentence.EndWord - sentence.FirstWord >= 3 && !matches.Has(GuardCue.Rhetorical)) return true;
        }

        return false;
    }
}
