using System.Collections.Immutable;
using MotivationalInterviewing.Coding;
using static MotivationalInterviewing.Sessions.MitiVolleyCounter;

namespace MotivationalInterviewing.Sessions;

/// <summary>One unit heard in a volley, by position of its code.</summary>
internal readonly record struct MitiUnit(int Turn, int Code, MitiRule Rule);

/// <summary>Something heard that does not count.</summary>
internal readonly record struct MitiDrop(int Turn, Code Code, MitiRule Rule);

/// <summary>Where a volley ends in the log, what was heard in it, and what ended it.</summary>
internal readonly record struct MitiEnd(int Units, int Drops, int Turns, int Mask, MitiRule EndedBy);

/// <summary>What was heard, flat and append-only, so that logging a turn costs next to nothing; volleys are built when somebody asks.</summary>
internal sealed class MitiVolleyLog
{
    private readonly ReadOnlyMemory<MitiEnd> _ends;
    private readonly ReadOnlyMemory<MitiUnit> _units;
    private readonly ReadOnlyMemory<MitiDrop> _drops;
    private readonly ReadOnlyMemory<int> _turns;
    private readonly MitiEnd? _open;

    public MitiVolleyLog(ReadOnlyMemory<MitiEnd> ends, ReadOnlyMemory<MitiUnit> units, ReadOnlyMemory<MitiDrop> drops, ReadOnlyMemory<int> turns, MitiEnd? open) =>
        (_ends, _units, _drops, _turns, _open) = (ends, units, drops, turns, open);

    public int Count => _ends.Length + (_open is null ? 0 : 1);

    public ImmutableArray<MitiVolley> ToVolleys()
    {
        var volleys = ImmutableArray.CreateBuilder<MitiVolley>(Count);
        for (var i = 0; i < Count; i++) volleys.Add(Build(i));
        return volleys.MoveToImmutable();
    }

    public MitiVolley Build(int index)
    {
        var end = index < _ends.Length ? _ends.Span[index] : _open!.Value;
        var start = index == 0 ? default : _ends.Span[index - 1];
        var units = _units.Span[start.Units..end.Units];
        var settled = Settle(end.Mask);
        var counts = ImmutableArray.CreateBuilder<MitiCount>(System.Numerics.BitOperations.PopCount((uint)settled));
        for (var code = 0; code < Codes; code++)
            if (Has(settled, code)) counts.Add(Counted(code, units, end.Mask, settled));

        var omissions = ImmutableArray.CreateBuilder<MitiOmission>(end.Drops - start.Drops);
        foreach (var drop in _drops.Span[start.Drops..end.Drops]) omissions.Add(new MitiOmission { Turn = drop.Turn, Code = drop.Code, Rule = drop.Rule });
        return new MitiVolley
        {
            Number = index + 1,
            Turns = [.. _turns.Span[start.Turns..end.Turns]],
            Counts = counts.MoveToImmutable(),
            Omissions = omissions.MoveToImmutable(),
            EndedBy = end.EndedBy,
        };
    }

    private static MitiCount Counted(int code, ReadOnlySpan<MitiUnit> units, int mask, int settled)
    {
        var turns = ImmutableArray.CreateBuilder<int>(1);
        var rule = MitiRule.None;
        var times = 0;
        foreach (var unit in units)
        {
            if (Becomes(unit.Code, settled) != code) continue;
            times++;
            if (turns.Count == 0 || turns[^1] != unit.Turn) turns.Add(unit.Turn);
            rule = unit.Code == code || (unit.Code == Coverable && code == Persuade) ? Stronger(rule, unit.Rule)
                : code == Cr ? MitiRule.ComplexBeatsSimple
                : unit.Code == Coverable && !Has(mask, Pwp) ? MitiRule.PermissionInVolley
                : MitiRule.PermissionBeatsPersuade;
        }

        if (times > 1 && rule == MitiRule.Counted) rule = MitiRule.OncePerVolley;
        return new MitiCount { Code = Miti42.Codebook.Codes[code], Rule = rule, Turns = turns.ToImmutable() };
    }

    private static int Becomes(int code, int settled) => code switch
    {
        Sr when Has(settled, Cr) => Cr,
        Coverable or Persuade => Has(settled, Pwp) ? Pwp : Persuade,
        _ => code,
    };

    private static MitiRule Stronger(MitiRule so, MitiRule also) => so is MitiRule.None or MitiRule.Counted ? also : so;
}
