using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>Codes a counselor's turn thought unit by thought unit.</summary>
internal static class CounselorCoding
{
    private const int MostUnits = 64;

    // What makes a unit's code: the whole turn's scores beside its own, the model's decision for the turn, and a rule.
    // Chosen on the error-reading groups and on authored sessions, never on what the card reports.
    private const double TurnShare = 1;
    private const double DecidedShare = 1;
    private const double RuleShare = 0.3;

    // From here on a code that no unit got is added for the turn.
    private const double DecidedAlone = 0.2;

    // The same for a second code on the same words, and for what blames.
    private const double DecidedBeside = 0.3;

    // Weight of a question's form beside the model's log-odds of open against closed.
    private const double FormShare = 1;

    // A reflection is complex when the log-odds of complex against simple, its length and this offset come above zero; with it
    // complex is said as often as the labels have it, on the error-reading groups and on authored sessions together.
    private const double LengthShare = 0.5;
    private const double ComplexOffset = -0.5;

    private static double Complexity(in CounselorScores scores) => Logit(Math.Max(scores.Codes[Table.Complex], scores.Codes[Table.Summary])) - Logit(scores.Codes[Table.Simple]);

    private static double Logit(float p) => Math.Log(Math.Max(p, 0.001) / Math.Max(1 - p, 0.001));

    /// <summary>The place of a code among <see cref="ModelLayout.CounselorCodeNames"/>; -1 for those that no corpus has.</summary>
    internal static int IndexOf(CodeSpan span)
    {
        var exact = Array.FindIndex(Table.Codes, c => c.Code == span.Code && c.Miti == span.Miti);
        return exact >= 0 ? exact : Array.FindIndex(Table.Codes, c => c.Code == span.Code);
    }

    /// <summary>A set of the corpora's codes in the codes that are given out.</summary>
    [SkipLocalsInit]
    internal static int Shipped(int codes)
    {
        var shipped = 0;
        for (var k = 0; k < Table.First.Length; k++) shipped |= (codes >> k & 1) << Table.First[k];
        return shipped;
    }

    internal static CodedUtterance Code(
        TurnReader turns, Utterance utterance, ReadOnlySpan<char> text, TargetBehavior? target, in CounselorScores scores, ConversationState? state)
    {
        Span<double> p = [scores.Other, scores.Question, scores.Reflection, scores.Input];
        var main = scores.Main;
        var units = new List<CodeSpan>();
        var turn = default(CounselorTurn);
        var behavior = BehaviorGroup.Of(target);
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        Span<double> rank = stackalloc double[ModelLayout.Codes];
        var reader = new ClauseReader(text, buffer, sentencesOnly: true);
        var read = 0;
        var marked = text.Contains('?');
        var outright = false;
        while (read++ < MostUnits && reader.MoveNext())
        {
            var clause = reader.Current;
            var tokens = reader.Tokens;
            var byRule = CounselorUnits.Read(tokens, clause.Mark, out var sure);

            // "Okay. So what happened?": what leads in stands for nothing; keep-going sounds count when they stand alone.
            if (byRule == Misc25.Facilitate && sure >= 0.9 && reader.HasMore) continue;
            var alone = read == 1 && IsOnly(text, clause) ? scores : turns.Model.ScoreCounselor(text[clause.Start..clause.End], behavior);
            var top = 0;
            var asks = byRule == Misc25.OpenQuestion || byRule == Misc25.ClosedQuestion;
            for (var k = 0; k < ModelLayout.Codes; k++)
            {
                var decided = (scores.CodeMask >> k & 1) != 0;
                rank[k] = (decided ? DecidedShare : 0) + alone.Codes[k] + (TurnShare * scores.Codes[k]) + (Table.Codes[k].Code == byRule ? RuleShare * sure : 0);
                if (Table.Codes[k].Code == Misc25.Filler && byRule != Misc25.Filler) rank[k] *= 0.3;

                // What asks is the sentence with the question mark, when there is one.
                if (k < 2 && marked && !asks) rank[k] *= 0.3;
                if (rank[k] > rank[top]) top = k;
            }

            // Some words leave no doubt, however rare they are in training.
            outright = sure >= 0.75 && IsOutright(byRule);
            if (outright) top = Table.ByCode[byRule];

            var (code, miti) = Table.Codes[top];
            if (code != byRule && sure >= 0.95) (code, miti) = (byRule, byRule.Miti);
            if (code == Misc25.OpenQuestion || code == Misc25.ClosedQuestion)
            {
                // Form and wording together: yes-or-no form and questions for facts close, others open, and the model hears the rest.
                var form = byRule == Misc25.OpenQuestion ? 1 : byRule == Misc25.ClosedQuestion ? -1 : 0;
                var open = (0.5 * (Logit(alone.Open) + Logit(scores.Open))) + (FormShare * form) > 0;
                (code, miti) = open ? (Misc25.OpenQuestion, Misc25.OpenQuestion.Miti) : (Misc25.ClosedQuestion, Misc25.ClosedQuestion.Miti);
            }

            if (code == Misc25.SimpleReflection || code == Misc25.ComplexReflection)
            {
                var length = byRule == Misc25.ComplexReflection ? 1 : byRule == Misc25.SimpleReflection ? -1 : 0;
                var adds = (0.5 * (Complexity(alone) + Complexity(scores))) + (LengthShare * length) + ComplexOffset > 0;
                (code, miti) = adds ? (Misc25.ComplexReflection, Misc25.ComplexReflection.Miti) : (Misc25.SimpleReflection, Misc25.SimpleReflection.Miti);
            }

            if (code == Misc25.EmphasizeControl)
            {
                if (CounselorUnits.AsksPermission(tokens))
                {
                    miti = Miti42.SeekCollaboration;
                    if (state is not null) state.AskedToAdvise = true;
                }
            }
            else if (code == Misc25.OpenQuestion && CounselorUnits.SeeksCollaboration(tokens))
            {
                miti = Miti42.SeekCollaboration;
            }

            (code, miti) = WithPermission(code, miti, state is { MayAdvise: true } || CounselorUnits.LeavesFree(tokens));
            if (state is { ClientAsked: true } && units.Count == 0 && CounselorUnits.MainOf(code) == CounselorMain.Reflection)
            {
                // What answers the client's question is information, however short.
                code = Misc25.GiveInformation;
                miti = code.Miti;
                if (main == CounselorMain.Reflection)
                    (main, p[(int)CounselorMain.Reflection], p[(int)CounselorMain.Input]) = (CounselorMain.Input, p[(int)CounselorMain.Input], p[(int)CounselorMain.Reflection]);
            }

            turn = Note(turn, code, tokens, clause, target);
            Add(units, new CodeSpan
            {
                Code = code,
                Start = clause.Start,
                Length = clause.End - clause.Start,
                Probability = Math.Clamp(Math.Max(alone.Codes[top], 0.5 * sure), 0, 1),
                Miti = miti,
                Valence = CounselorUnits.MainOf(code) == CounselorMain.Reflection ? Valence(text[clause.Start..clause.End], target, state) : null,
            });
        }

        AddDecided(units, scores, text, state is { MayAdvise: true }, outright);
        if (state is not null)
        {
            state.LastCounselor = turn with { Main = main };
            state.LastSpeaker = Speaker.Counselor;
            state.ClientAsked = false;
        }

        return new CodedUtterance
        {
            Utterance = utterance,
            Main = main,
            Probabilities = [p[0], p[1], p[2], p[3]],
            Codes = Ordered(units, main),
            CodedBy = turns.Name,
        };
    }

    /// <summary>Codes that the model decides on for the turn but that no single unit got: their evidence is the whole turn.</summary>
    private static void AddDecided(List<CodeSpan> units, in CounselorScores scores, ReadOnlySpan<char> text, bool permitted, bool outright)
    {
        var start = text.Length - text.TrimStart().Length;

        // One sentence that leaves no doubt is nothing else besides.
        if (units.Count == 0 || (outright && units.Count == 1)) return;
        for (var k = 0; k < ModelLayout.Codes; k++)
        {
            var (code, miti) = Table.Codes[k];
            var accuses = code == Misc25.Confront || code == Misc25.Warn || code == Misc25.Direct;
            if ((scores.CodeMask >> k & 1) == 0 || scores.Codes[k] < (accuses || units.Count == 1 ? DecidedBeside : DecidedAlone)) continue;
            (code, miti) = WithPermission(code, miti, permitted);

            // Of simple and complex a unit's own choice stands: both would say that there were two reflections.
            if ((k == Table.Simple || k == Table.Complex) && units.Exists(u => u.Code == Misc25.SimpleReflection || u.Code == Misc25.ComplexReflection)) continue;

            // Nor is one question open and closed.
            if (k < 2 && units.Exists(u => u.Code == Misc25.OpenQuestion || u.Code == Misc25.ClosedQuestion)) continue;
            if (units.Exists(u => u.Code == code || (k < 2 && u.Miti == Miti42.SeekCollaboration))) continue;
            units.Add(new CodeSpan
            {
                Code = code,
                Start = start,
                Length = text.Trim().Length,
                Probability = scores.Codes[k],
                Miti = miti,
                Valence = CounselorUnits.MainOf(code) == CounselorMain.Reflection ? "0" : null,
            });
        }
    }

    /// <summary>The codes of the main act first, otherwise in the order of speaking.</summary>
    private static ImmutableArray<CodeSpan> Ordered(List<CodeSpan> units, CounselorMain main) =>
        [.. units.Where(u => CounselorUnits.MainOf(u.Code) == main), .. units.Where(u => CounselorUnits.MainOf(u.Code) != main)];

    private static bool IsOutright(Code code) =>
        code == Misc25.Confront || code == Misc25.Warn || code == Misc25.Direct || code == Misc25.EmphasizeControl || code == Misc25.AdviseWithoutPermission;

    private static bool IsOnly(ReadOnlySpan<char> text, Clause clause) => clause.Start == 0 && clause.End >= text.Length - 1;

    private static (Code Code, Code? Miti) WithPermission(Code code, Code? miti, bool permitted)
    {
        if (code == Misc25.AdviseWithoutPermission || code == Misc25.AdviseWithPermission)
            return permitted ? (Misc25.AdviseWithPermission, Misc25.AdviseWithPermission.Miti) : (Misc25.AdviseWithoutPermission, Misc25.AdviseWithoutPermission.Miti);
        if (code == Misc25.RaiseConcernWithoutPermission || code == Misc25.RaiseConcernWithPermission)
            return permitted ? (Misc25.RaiseConcernWithPermission, Misc25.RaiseConcernWithPermission.Miti) : (Misc25.RaiseConcernWithoutPermission, Misc25.RaiseConcernWithoutPermission.Miti);
        return (code, miti);
    }

    private static void Add(List<CodeSpan> units, CodeSpan unit)
    {
        // Neighboring sentences that go on with the same act are one thought unit.
        if (units.Count > 0 && units[^1].Code == unit.Code && units[^1].Miti == unit.Miti
            && (unit.Code == Misc25.Facilitate || unit.Code == Misc25.GiveInformation || unit.Code == Misc25.Structure))
        {
            var last = units[^1];
            units[^1] = last with { Length = unit.Start + unit.Length - last.Start, Probability = Math.Max(last.Probability ?? 0, unit.Probability ?? 0) };
            return;
        }

        units.Add(unit);
    }

    [SkipLocalsInit]
    private static CounselorTurn Note(CounselorTurn turn, Code code, ReadOnlySpan<Token> tokens, Clause clause, TargetBehavior? target)
    {
        var main = CounselorUnits.MainOf(code);
        if (main == CounselorMain.Other && code != Misc25.EmphasizeControl) return turn;
        Span<Token> swapped = stackalloc Token[ClauseReader.BufferSize];
        var evidence = ClauseCues.Read(Uninvert(AsClient(tokens, swapped)), target);
        var proposition = evidence.Change > evidence.Sustain ? TalkDirection.Change : evidence.Sustain > evidence.Change ? TalkDirection.Sustain : TalkDirection.Neutral;
        return new CounselorTurn
        {
            Asks = main == CounselorMain.Question || clause.Mark == '?',
            AsksYesNo = code == Misc25.ClosedQuestion,
            AsksRuler = (main == CounselorMain.Question && IsRuler(tokens)) || (turn.AsksRuler && main == CounselorMain.Question),
            Proposition = proposition,
            Kind = proposition == TalkDirection.Change ? evidence.ChangeKind : evidence.SustainKind,
        };
    }

    /// <summary>"do i want to" reads as "i want to".</summary>
    private static Span<Token> Uninvert(Span<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Length && i < 4; i++)
        {
            if (tokens[i + 1].Id != Words.I || !Words.Has(s_inverted, tokens[i].Id)) continue;
            (tokens[i], tokens[i + 1]) = (tokens[i + 1], tokens[i]);
            if (Words.Has(s_support, tokens[i + 1].Id))
            {
                tokens[(i + 2)..].CopyTo(tokens[(i + 1)..]);
                return tokens[..^1];
            }

            break;
        }

        return tokens;
    }

    private static bool IsRuler(ReadOnlySpan<Token> tokens)
    {
        var scale = false;
        var ends = 0;
        foreach (var token in tokens)
        {
            scale |= token.Id == s_scale;
            if (token.Id == Words.Number || Words.Has(s_ends, token.Id)) ends++;
        }

        return scale || ends >= 2;
    }

    /// <summary>What is reflected, in order: by the reflection's own words, else by what the client had just said.</summary>
    [SkipLocalsInit]
    private static string Valence(ReadOnlySpan<char> words, TargetBehavior? target, ConversationState? state)
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        Span<Token> swapped = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(words, buffer);
        var first = TalkDirection.Neutral;
        var last = TalkDirection.Neutral;
        while (reader.MoveNext())
        {
            var evidence = ClauseCues.Read(AsClient(reader.Tokens, swapped), target);
            var direction = evidence.Change > evidence.Sustain ? TalkDirection.Change : evidence.Sustain > evidence.Change ? TalkDirection.Sustain : TalkDirection.Neutral;
            if (direction == TalkDirection.Neutral) continue;
            if (first == TalkDirection.Neutral) first = direction;
            last = direction;
        }

        if (first == TalkDirection.Neutral) first = last = state?.LastTalk ?? TalkDirection.Neutral;
        return (first, last) switch
        {
            (TalkDirection.Change, TalkDirection.Sustain) => "+-",
            (TalkDirection.Sustain, TalkDirection.Change) => "-+",
            (TalkDirection.Change, _) => "+",
            (TalkDirection.Sustain, _) => "-",
            _ => "0",
        };
    }

    /// <summary>The words as the client would say them: you becomes I.</summary>
    private static Span<Token> AsClient(ReadOnlySpan<Token> tokens, Span<Token> swapped)
    {
        tokens.CopyTo(swapped);
        swapped = swapped[..tokens.Length];
        foreach (ref var token in swapped)
        {
            if (token.Id == Words.You) token = token with { Id = Words.I };
            else if (token.Id == s_your) token = token with { Id = s_my };
            else if (token.Id == Words.Are) token = token with { Id = Words.Am };
        }

        return swapped;
    }

    private static readonly int s_your = Words.Table.Add("your");
    private static readonly int s_my = Words.Table.Add("my");
    private static readonly int s_scale = Words.Table.Add("scale");
    private static readonly bool[] s_ends = Words.Set("zero one ten");
    private static readonly bool[] s_inverted = Words.Set("do did am have can could will would should");
    private static readonly bool[] s_support = Words.Set("do did");

    /// <summary>The codes in the model's order. Apart, so that it is built when the first counselor is coded and not before.</summary>
    private static class Table
    {
        internal static readonly (Code Code, Code? Miti)[] Codes = [.. ModelLayout.CounselorCodeNames.Select(n => n switch
        {
            "seek-collaboration" => (Misc25.EmphasizeControl, Miti42.SeekCollaboration),
            "persuade" => (Misc25.AdviseWithoutPermission, Miti42.Persuade),
            _ => (Misc25.Codebook.Parse(n), Misc25.Codebook.Parse(n).Miti),
        })];

        internal static readonly int Simple = ModelLayout.CounselorCodeNames.IndexOf("simple-reflection");
        internal static readonly int Complex = ModelLayout.CounselorCodeNames.IndexOf("complex-reflection");
        internal static readonly int Summary = ModelLayout.CounselorCodeNames.IndexOf("summary");

        internal static readonly Dictionary<Code, int> ByCode = Misc25.Codebook.Codes.ToDictionary(
            c => c, c => Math.Max(0, Array.FindIndex(Codes, m => m.Code == c)));

        // Two names of the corpora may be one code here: a summary is a complex reflection.
        internal static readonly int[] First = [.. Codes.Select(c => Array.IndexOf(Codes, c))];
    }
}
