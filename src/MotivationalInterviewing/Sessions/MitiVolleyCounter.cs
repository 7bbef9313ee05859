using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// The one implementation of MITI 4.2.1 volley counting, turn by turn: batch and live measures both run it, so that they
/// cannot differ. Work per turn depends on the turn alone.
/// </summary>
internal sealed class MitiVolleyCounter(MitiOptions options, bool keepEvidence)
{
    // Positions in Miti42.Codebook.
    public const int Gi = 0, Persuade = 1, Pwp = 2, Q = 3, Sr = 4, Cr = 5, Af = 6, Seek = 7, Emphasize = 8, Confront = 9;
    public const int Codes = 10;

    // Persuasion that permission may turn into PwP, before the volley decides.
    public const int Coverable = 10;
    private const int MaxUnits = 32;
    private const int MaxAffirmations = 24;
    private const int AffirmationWords = 16;

    private readonly MitiOptions _options = options.Validated();
    private readonly int[] _closed = new int[Codes];
    private readonly List<(int[] Words, int Count)> _affirmations = [];
    private AppendOnly<MitiEnd> _ends = new();
    private AppendOnly<MitiUnit> _units = new();
    private AppendOnly<MitiDrop> _drops = new();
    private AppendOnly<int> _turns = new();
    private int _mask;
    private bool _answerable;
    private Permission _permission;
    private bool _minded;
    private MitiRule _lapse;
    private int _permissionVolley;
    private int _pieces;

    private enum Permission { None, Asked, Granted, ClientAsked }

    /// <summary>Counselor volleys so far, the open one included.</summary>
    public int VolleyCount { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>Counts so far, the open volley included.</summary>
    public void CopyCounts(Span<int> counts)
    {
        _closed.CopyTo(counts);
        var mask = IsOpen ? Settle(_mask) : 0;
        for (var i = 0; i < Codes; i++) counts[i] += (mask >> i) & 1;
    }

    /// <summary>All volleys so far; the open one comes last, as if the session ended here.</summary>
    public MitiVolleyLog Snapshot() =>
        new(_ends.Snapshot(), _units.Snapshot(), _drops.Snapshot(), _turns.Snapshot(), IsOpen ? End(MitiRule.SessionEnded) : null);

    /// <summary>The open volley as if the session ended here; null between volleys and without evidence.</summary>
    public MitiVolley? Open => IsOpen && keepEvidence ? Snapshot().Build(VolleyCount - 1) : null;

    public void Add(CodedUtterance coded)
    {
        switch (coded.Utterance.Speaker)
        {
            case Speaker.Counselor: AddCounselor(coded); break;
            case Speaker.Client: AddClient(coded); break;
            case Speaker.Other: Close(MitiRule.OtherSpoke); break;
            default: break;
        }
    }

    private void AddClient(CodedUtterance coded)
    {
        var text = coded.Utterance.Text;
        if (_permission == Permission.Asked)
            (_permission, _lapse) = coded.Discord || (MitiText.Declines(text) && !_minded)
                ? (Permission.None, MitiRule.PermissionRefused)
                : (Permission.Granted, MitiRule.None);
        if (coded.Discord && _permission != Permission.None) (_permission, _lapse) = (Permission.None, MitiRule.PermissionLapsed);
        if (coded.Interest || MitiText.AsksAdvice(text))
            (_permission, _permissionVolley, _lapse) = (Permission.ClientAsked, VolleyCount, MitiRule.None);

        if (!IsOpen) return;
        if (coded.Talk is null or TalkDirection.Neutral && !HasDirection(coded.Codes) && MitiText.IsMurmur(text))
        {
            if (_answerable) Close(MitiRule.MurmurAnswers);
            else Omit(coded.Utterance.Turn, DarnCat.FollowNeutral, MitiRule.MurmurContinues);
        }
        else Close(MitiRule.ClientSpoke);
    }

    private void AddCounselor(CodedUtterance coded)
    {
        var turn = coded.Utterance.Turn;
        var text = coded.Utterance.Text;
        if (!IsOpen)
        {
            IsOpen = true;
            VolleyCount++;
            _pieces = 0;
            if (_permission != Permission.None && VolleyCount - _permissionVolley > _options.PermissionVolleys)
                (_permission, _lapse) = (Permission.None, MitiRule.PermissionLapsed);
        }

        if (keepEvidence) _turns.Add(turn);
        var spans = coded.Codes.IsDefault ? [] : coded.Codes.AsSpan();
        if (spans.Length > MaxUnits) spans = spans[..MaxUnits];
        Span<Candidate> units = stackalloc Candidate[spans.Length];
        for (var i = 0; i < spans.Length; i++) units[i] = Read(spans[i], text, turn);
        OneCodeEach(units, spans, text, turn);

        // Coders put the most important code first; permission and topics go by the order of speaking, and a murmur answers what was said last.
        Span<int> order = stackalloc int[spans.Length];
        InOrderOfSpeaking(spans, order);
        var lastCode = -1;
        foreach (var i in order)
        {
            if (units[i].Code >= 0)
            {
                lastCode = units[i].Code;
                Count(units[i], spans[i], text, turn);
            }
            else if (spans[i].Code == Misc25.Structure) EndTopic();
        }

        if (units.Length > 0 || !MitiText.IsMurmur(text))
            _answerable = lastCode is Q or Sr or Cr || MitiText.EndsAsQuestion(text);
    }

    /// <summary>What one coded unit is in MITI terms, before it is held against the rest of the utterance.</summary>
    private Candidate Read(CodeSpan span, string text, int turn)
    {
        // A person's MITI code stands; a machine's only where it says more than the MISC code's usual counterpart.
        var chosen = span.Code.Instrument == Miti42.Instrument || (span.Miti is not null && (span.Probability is null || span.Miti != span.Code.Miti));
        var code = IndexOf(span.Miti ?? (span.Code.Instrument == Miti42.Instrument ? span.Code : span.Code.Miti));
        if (code < 0)
        {
            Omit(turn, span.Code, MitiRule.Uncoded);
            return new Candidate(-1, MitiRule.Uncoded, true);
        }

        if (chosen) return new Candidate(code, MitiRule.Counted, true);
        var words = Words(span, text);
        if (code == Emphasize && MitiText.EndsAsQuestion(words)) return new Candidate(Seek, MitiRule.AsksPermission, false);
        if (code == Af && MitiText.IsBarePraise(words))
        {
            Omit(turn, span.Code, MitiRule.BarePraise);
            return new Candidate(-1, MitiRule.BarePraise, true);
        }

        if (code is Sr or Cr && MitiText.EndsAsQuestion(words) && (IsLocated(span, text) || !MitiText.HasSeveralSentences(text)))
            return MitiText.HasTag(words) ? new Candidate(code, MitiRule.TagCheck, false) : new Candidate(Q, MitiRule.UpturnedReflection, false);
        return new Candidate(code, MitiRule.Counted, span.Code == Misc25.Direct);
    }

    /// <summary>Positions of the spans by where they start; those that start together keep the coder's order.</summary>
    private static void InOrderOfSpeaking(ReadOnlySpan<CodeSpan> spans, Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var at = i;
            for (; at > 0 && spans[order[at - 1]].Start > spans[i].Start; at--) order[at] = order[at - 1];
            order[at] = i;
        }
    }

    /// <summary>Holds units of the same utterance against each other: one code per utterance, by the manual's tie rules.</summary>
    private void OneCodeEach(Span<Candidate> units, ReadOnlySpan<CodeSpan> spans, string text, int turn)
    {
        if (units.Length < 2) return;
        var several = MitiText.HasSeveralSentences(text);
        for (var i = 0; i < units.Length; i++)
        {
            for (var j = i + 1; j < units.Length && units[i].Code >= 0; j++)
            {
                if (units[j].Code < 0 || units[i].Code == units[j].Code || !SameUtterance(spans[i], spans[j], text, several)) continue;
                var (keepFirst, keepSecond, rule) = Tie(units[i].Code, units[j].Code);
                if (keepFirst && keepSecond) { Mark(ref units[i], rule); Mark(ref units[j], rule); continue; }
                if (!keepFirst) { Omit(turn, spans[i].Code, rule); units[i] = units[i] with { Code = -1 }; }
                if (!keepSecond) { Omit(turn, spans[j].Code, rule); units[j] = units[j] with { Code = -1 }; }
                if (keepFirst) Mark(ref units[i], rule);
                if (keepSecond) Mark(ref units[j], rule);
            }
        }

        static void Mark(ref Candidate unit, MitiRule rule) => unit = unit with { Rule = rule };
    }

    private static (bool First, bool Second, MitiRule Rule) Tie(int a, int b)
    {
        if (a > b)
        {
            var (first, second, swapped) = Tie(b, a);
            return swapped == MitiRule.OneCodePerUtterance ? (true, false, swapped) : (second, first, swapped);
        }

        return (a, b) switch
        {
            (Gi, Persuade) or (Gi, Pwp) => (true, false, MitiRule.InformationWhenInDoubt),
            (Gi, Confront) => (false, true, MitiRule.ConfrontBeatsInformation),
            (Persuade, Pwp) => (false, true, MitiRule.PermissionBeatsPersuade),
            (Persuade, Confront) => (true, false, MitiRule.PersuadeWhenInDoubt),
            (Persuade or Pwp, Seek or Emphasize) => (true, true, MitiRule.CodedTogether),
            (Q, Sr or Cr) => (true, true, MitiRule.TagCheck),
            (Q, Confront) => (false, true, MitiRule.ConfrontBeatsQuestion),
            (Sr, Cr) => (true, false, MitiRule.SimpleWhenInDoubt),
            (Sr or Cr, Af) => (false, true, MitiRule.AffirmBeatsReflection),
            (Sr or Cr, Confront) => (false, false, MitiRule.ReflectionOrConfront),
            (Af or Seek, Seek or Emphasize) => (true, false, MitiRule.LowerAdherentWhenInDoubt),
            (_, Af or Seek or Emphasize) => (true, false, MitiRule.NotAdherentWhenInDoubt),
            (Af or Seek or Emphasize, _) => (false, true, MitiRule.NotAdherentWhenInDoubt),
            _ => (true, false, MitiRule.OneCodePerUtterance),
        };
    }

    private void Count(Candidate unit, CodeSpan span, string text, int turn)
    {
        var (code, rule, fixedCode) = unit;
        if (code == Af && IsExhausted(Words(span, text)))
        {
            Omit(turn, span.Code, MitiRule.ExhaustedAffirmation);
            return;
        }

        if (code is Gi or Persuade or Pwp && ++_pieces > _options.PermissionPieces && _permission != Permission.None)
            (_permission, _lapse) = (Permission.None, MitiRule.PermissionLapsed);
        if (code == Seek && MitiText.AsksPermission(Words(span, text)))
            (_permission, _permissionVolley, _minded, _lapse) = (Permission.Asked, VolleyCount, MitiText.AsksWhetherMinded(Words(span, text)), MitiRule.None);

        if (code == Persuade)
        {
            if (span.Code == Misc25.Direct && _permission != Permission.None) rule = MitiRule.PrescribingNotCovered;
            else if (!fixedCode)
            {
                if (_permission != Permission.None)
                {
                    rule = _permission == Permission.ClientAsked ? MitiRule.ClientAsked
                        : _permissionVolley == VolleyCount ? MitiRule.PermissionInVolley : MitiRule.PermissionCarried;
                    code = Pwp;
                    _permissionVolley = VolleyCount;
                }
                else
                {
                    if (_lapse != MitiRule.None) rule = _lapse;
                    code = Coverable;
                }
            }
        }

        Hear(turn, code, rule);
        if (rule == MitiRule.TagCheck && (code is Sr or Cr)) Hear(turn, Q, rule);
    }

    private void Hear(int turn, int code, MitiRule rule)
    {
        _mask |= 1 << code;
        if (keepEvidence) _units.Add(new MitiUnit(turn, code, rule));
    }

    private MitiEnd End(MitiRule endedBy) => new(_units.Count, _drops.Count, _turns.Count, _mask, endedBy);

    private void EndTopic()
    {
        if (_permission != Permission.None) (_permission, _lapse) = (Permission.None, MitiRule.PermissionLapsed);
    }

    private void Close(MitiRule endedBy)
    {
        if (!IsOpen) return;
        if (keepEvidence) _ends.Add(End(endedBy));
        var mask = Settle(_mask);
        for (var i = 0; i < Codes; i++) _closed[i] += (mask >> i) & 1;
        IsOpen = false;
        _mask = 0;
        _answerable = false;
    }

    /// <summary>The codes that a volley counts, from all that was heard in it.</summary>
    public static int Settle(int mask)
    {
        if (Has(mask, Coverable))
            mask = (mask & ~(1 << Coverable)) | (Has(mask, Emphasize) || Has(mask, Pwp) ? 1 << Pwp : 1 << Persuade);
        if (Has(mask, Pwp)) mask &= ~(1 << Persuade);
        if (Has(mask, Cr)) mask &= ~(1 << Sr);
        return mask;
    }

    public static bool Has(int mask, int code) => ((mask >> code) & 1) != 0;

    /// <summary>Counts how often this affirmation was heard. The oldest are forgotten beyond a fixed number, to keep the cost of a turn constant.</summary>
    private bool IsExhausted(ReadOnlySpan<char> words)
    {
        Span<int> hashes = stackalloc int[AffirmationWords];
        var own = hashes[..MitiText.HashWords(words, hashes)];
        for (var i = 0; i < _affirmations.Count; i++)
        {
            var (known, count) = _affirmations[i];
            var common = 0;
            foreach (var hash in own)
                if (known.AsSpan().Contains(hash)) common++;
            if (common < _options.AffirmationSimilarity * (known.Length + own.Length - common) || common == 0) continue;
            _affirmations[i] = (known, count + 1);
            return count >= _options.AffirmationRepeats;
        }

        if (_affirmations.Count == MaxAffirmations) _affirmations.RemoveAt(0);
        _affirmations.Add((own.ToArray(), 1));
        return false;
    }

    private void Omit(int turn, Code code, MitiRule rule)
    {
        if (keepEvidence) _drops.Add(new MitiDrop(turn, code, rule));
    }

    private static bool HasDirection(ImmutableArray<CodeSpan> codes)
    {
        if (!codes.IsDefault)
            foreach (var span in codes)
                if (span.Code.Direction != TalkDirection.Neutral) return true;
        return false;
    }

    // A coder that only knows the turn marks all of it; in a turn of several sentences such codes are of different utterances.
    private static bool SameUtterance(CodeSpan a, CodeSpan b, string text, bool several)
    {
        if (several && (!IsLocated(a, text) || !IsLocated(b, text))) return false;
        return !IsLocated(a, text) || !IsLocated(b, text) || (a.Start < b.Start + b.Length && b.Start < a.Start + a.Length);
    }

    private static bool IsLocated(CodeSpan span, string text) => span.Length > 0 && span.Length < text.AsSpan().Trim().Length;

    private static ReadOnlySpan<char> Words(CodeSpan span, string text)
    {
        if (span.Length <= 0 || span.Start < 0 || span.Start >= text.Length) return text;
        return text.AsSpan(span.Start, Math.Min(span.Length, text.Length - span.Start));
    }

    private static int IndexOf(Code? code)
    {
        if (code is null) return -1;
        if (code == Miti42.GivingInformation) return Gi;
        if (code == Miti42.Question) return Q;
        if (code == Miti42.SimpleReflection) return Sr;
        if (code == Miti42.ComplexReflection) return Cr;
        if (code == Miti42.Affirm) return Af;
        if (code == Miti42.Persuade) return Persuade;
        if (code == Miti42.PersuadeWithPermission) return Pwp;
        if (code == Miti42.SeekCollaboration) return Seek;
        if (code == Miti42.EmphasizeAutonomy) return Emphasize;
        return code == Miti42.Confront ? Confront : -1;
    }

    private readonly record struct Candidate(int Code, MitiRule Rule, bool Fixed);
}
