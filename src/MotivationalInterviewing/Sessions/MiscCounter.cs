using System.Collections.Frozen;
using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>One counted unit: the turn and the position of its code.</summary>
internal readonly record struct MiscEntry(int Turn, int Index)
{
    /// <summary>Counselor codes, then client codes.</summary>
    public static readonly ImmutableArray<Code> Codes = [.. Misc25.Codebook.Codes, .. DarnCat.Codebook.Codes];

    /// <summary>Positions of the two directions; as an entry, a turn coded by direction alone.</summary>
    public static readonly int Change = Codes.Length, Sustain = Codes.Length + 1, Size = Codes.Length + 2;

    private static readonly FrozenDictionary<Code, int> s_index = Codes.Select((code, i) => (code, i)).ToFrozenDictionary(p => p.code, p => p.i);

    public static int IndexOf(Code code) => s_index.TryGetValue(code, out var index) ? index : -1;

    public static bool IsChange(int index) => index == Change || (index < Codes.Length && Codes[index].Direction == TalkDirection.Change);

    public static bool IsSustain(int index) => index == Sustain || (index < Codes.Length && Codes[index].Direction == TalkDirection.Sustain);
}

/// <summary>Counts MISC 2.5 units turn by turn.</summary>
internal sealed class MiscCounter(bool keepEvidence)
{
    private static readonly int s_neutral = MiscEntry.IndexOf(DarnCat.FollowNeutral);
    private readonly int[] _counts = new int[MiscEntry.Size];
    private readonly (int Sum, int Turns)[] _strengths = new (int, int)[MiscEntry.Codes.Length];
    private AppendOnly<MiscEntry> _log = new();

    public MiscSummary Snapshot() => new([.. _counts], [.. _strengths], _log.Snapshot(), keepEvidence);

    public int ChangeTalk => _counts[MiscEntry.Change];

    public int SustainTalk => _counts[MiscEntry.Sustain];

    public void Add(CodedUtterance coded)
    {
        var utterance = coded.Utterance;
        if (utterance.Speaker is not (Speaker.Client or Speaker.Counselor)) return;
        var spans = coded.Codes.IsDefault ? [] : coded.Codes.AsSpan();
        var directed = false;
        var counted = false;
        var strength = utterance.Speaker == Speaker.Client ? Math.Clamp(coded.Strength ?? 0, -5, 5) : 0;
        foreach (var span in spans)
        {
            var index = MiscEntry.IndexOf(span.Code);
            if (index < 0 || span.Code.Speaker != utterance.Speaker) continue;
            counted = true;
            Count(utterance.Turn, index);
            if (span.Code.Direction == TalkDirection.Neutral) continue;
            directed = true;
            if (strength != 0 && strength > 0 == (span.Code.Direction == TalkDirection.Change))
            {
                // A turn has one strength: that of the first code on its side.
                _strengths[index].Sum += strength;
                _strengths[index].Turns++;
                strength = 0;
            }

            _counts[span.Code.Direction == TalkDirection.Change ? MiscEntry.Change : MiscEntry.Sustain]++;
        }

        if (utterance.Speaker != Speaker.Client || directed) return;
        if (coded.Talk is TalkDirection.Change or TalkDirection.Sustain)
            Count(utterance.Turn, coded.Talk == TalkDirection.Change ? MiscEntry.Change : MiscEntry.Sustain);
        else if (!counted && coded.Talk is not null) Count(utterance.Turn, s_neutral);
    }

    private void Count(int turn, int index)
    {
        _counts[index]++;
        if (keepEvidence) _log.Add(new MiscEntry(turn, index));
    }
}
